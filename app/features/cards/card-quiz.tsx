import { Form } from '@remix-run/react'
import type { FormEvent } from 'react'
import { Button } from '~/ui/button'
import { Icon } from '~/ui/icon'
import { LinkButton } from '~/ui/link-button'
import { Notice } from '~/ui/notice'
import { Spoken, SpokenText } from '~/ui/spoken-text'
import type { Quiz } from './card'
import type { AnsweredCard } from './answered-card'
import type { CardSummary } from './learning'

interface CardQuizProps {
  /** Made with the page: a double tap counts once. */
  commandId: string
  quiz: Quiz
  answered: AnsweredCard | undefined
  /** The answer that was tapped and is being written down. */
  writing: number | undefined
  onSubmit(event: FormEvent<HTMLFormElement>): void
  /** Index among `spokenQuiz` of what is being read aloud; -1 when nothing of it is. */
  current: number
  /** What comes after this card. */
  next: CardSummary | undefined
}

/** One question with its answers as buttons; then what is right and why, whichever was chosen. */
export function CardQuiz({
  commandId,
  quiz,
  answered,
  writing,
  onSubmit,
  current,
  next,
}: CardQuizProps) {
  return (
    <section id="quiz" aria-labelledby="quiz-title" className="grid gap-4">
      <div>
        <p className="text-caption text-soft">한 번 풀어 봐요</p>
        <h2 id="quiz-title" className="text-h1 font-bold">
          <Spoken now={current === 0}>{quiz.question}</Spoken>
        </h2>
      </div>
      {answered ? (
        <Answered quiz={quiz} answered={answered} current={current} next={next} />
      ) : (
        <Form method="post" action="#quiz" onSubmit={onSubmit} className="grid gap-3">
          <input type="hidden" name="commandId" value={commandId} />
          {quiz.answers.map((answer, index) => (
            <Button
              key={answer.text}
              variant="choice"
              name="answer"
              value={index}
              busy={writing === index ? '적는 중이에요' : undefined}
            >
              <Spoken now={current === index + 1}>{answer.text}</Spoken>
            </Button>
          ))}
          <p className="text-body">틀려도 괜찮아요. 바로 알려 드려요.</p>
        </Form>
      )}
    </section>
  )
}

function Answered({
  quiz,
  answered,
  current,
  next,
}: Pick<CardQuizProps, 'quiz' | 'current' | 'next'> & { answered: AnsweredCard }) {
  const right = quiz.answers.find((answer) => answer.correct)
  return (
    <>
      <Notice
        kind={answered.correct ? 'done' : 'info'}
        word={answered.correct ? '맞았어요' : '이게 맞아요'}
        title={<Spoken now={current === 1}>{right?.text}</Spoken>}
        live="polite"
      >
        <SpokenText sentences={quiz.explanation} current={current - 2} />
      </Notice>
      <p className="flex items-center gap-2 text-body font-bold">
        <Icon name="star" />
        {answered.points > 0
          ? `참 잘하셨어요. ${answered.points}점을 모았어요.`
          : '다시 풀어 보셨어요. 참 잘하셨어요.'}
      </p>
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
