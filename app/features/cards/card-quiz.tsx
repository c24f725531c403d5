import { Form, useNavigation } from '@remix-run/react'
import { Button } from '~/ui/button'
import { LinkButton } from '~/ui/link-button'
import { Notice } from '~/ui/notice'
import type { Quiz } from './card'
import type { CardSummary } from './learning'

interface CardQuizProps {
  quiz: Quiz
  answered: { answer: number; correct: boolean } | undefined
  /** What comes after this card. */
  next: CardSummary | undefined
}

/** One question with its answers as buttons; then what is right and why, whichever was chosen. */
export function CardQuiz({ quiz, answered, next }: CardQuizProps) {
  const navigation = useNavigation()
  const sending = navigation.formData?.get('answer')
  return (
    <section id="quiz" aria-labelledby="quiz-title" className="grid gap-4">
      <div>
        <p className="text-caption text-soft">한 번 풀어 봐요</p>
        <h2 id="quiz-title" className="text-h1 font-bold">
          {quiz.question}
        </h2>
      </div>
      {answered ? (
        <Answered quiz={quiz} answered={answered} next={next} />
      ) : (
        <Form method="post" action="#quiz" preventScrollReset className="grid gap-3">
          {quiz.answers.map((answer, index) => (
            <Button
              key={answer.text}
              variant="choice"
              name="answer"
              value={index}
              busy={sending === String(index) ? '보는 중이에요' : undefined}
            >
              {answer.text}
            </Button>
          ))}
          <p className="text-body">틀려도 괜찮아요. 바로 알려 드려요.</p>
        </Form>
      )}
    </section>
  )
}

function Answered({ quiz, answered, next }: CardQuizProps & { answered: { correct: boolean } }) {
  const right = quiz.answers.find((answer) => answer.correct)
  return (
    <>
      <Notice
        kind={answered.correct ? 'done' : 'info'}
        word={answered.correct ? '맞았어요' : '이게 맞아요'}
        title={right?.text}
        live="polite"
      >
        {quiz.explanation.join(' ')}
      </Notice>
      {next ? (
        <p className="text-body">
          다음에는 <strong>{next.title}</strong> 카드를 봐요.
        </p>
      ) : null}
      <LinkButton to="/" variant="primary" full>
        오늘로 가기
      </LinkButton>
    </>
  )
}
