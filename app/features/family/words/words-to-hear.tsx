import { Form } from '@remix-run/react'
import { useMemo, useState, type FormEvent } from 'react'
import { addCommand } from '~/commands/add-command'
import { useWaiting } from '~/commands/use-waiting'
import { useLook } from '~/features/look/use-look'
import { Button } from '~/ui/button'
import { Card } from '~/ui/card'
import { Notice } from '~/ui/notice'
import { useReadAloud } from '~/ui/use-read-aloud'
import type { WordToHear } from './kept-family'

interface WordsToHearProps {
  words: readonly WordToHear[]
  commandId: string
}

/** What the family wrote. One that was put away leaves its place only with the next page. */
export function WordsToHear({ words, commandId }: WordsToHearProps) {
  const { sent, waiting } = useWaiting()
  const [putAway, setPutAway] = useState<readonly WordToHear[]>([])
  const heard = new Set(
    [...sent, ...waiting].flatMap((deed) =>
      deed.type === 'hear_word' ? [deed.payload.wordId] : [],
    ),
  )
  const isPutAway = ({ id }: WordToHear) => putAway.some((word) => word.id === id)
  const shown = [
    ...putAway,
    ...words.filter((word) => !isPutAway(word) && !heard.has(word.id)),
  ].sort((one, other) => one.at.localeCompare(other.at))
  return shown.map((word) => (
    <Word
      key={word.id}
      word={word}
      commandId={commandId}
      done={isPutAway(word)}
      onHeard={() => {
        setPutAway((before) => [...before, word])
        void addCommand('hear_word', { wordId: word.id })
      }}
    />
  ))
}

interface WordProps {
  word: WordToHear
  commandId: string
  done: boolean
  onHeard(): void
}

function Word({ word: { id, name, words }, commandId, done, onHeard }: WordProps) {
  const [look] = useLook()
  const said = `${name} 님이 보냈어요:`
  const sentences = useMemo(() => [said, words], [said, words])
  const { state, start, stop } = useReadAloud(sentences, look.speechRate)
  const reading = state === 'reading'
  const putAway = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    stop()
    if (!done) onHeard()
  }
  return (
    <Card as="article" labelledBy={`word-${id}`}>
      <h2 id={`word-${id}`} className="text-body font-bold">
        {said}
      </h2>
      <p className="text-body">{words}</p>
      {done ? (
        <p role="status" className="mt-3 text-body text-soft">
          잘 들으셨어요. 다음에는 안 보여요.
        </p>
      ) : (
        <div className="mt-3 grid gap-3">
          <Button
            type="button"
            variant="outlined"
            full
            icon={reading ? 'stop' : 'speaker'}
            onClick={() => (reading ? stop() : void start())}
          >
            {reading ? '그만 듣기' : '듣기'}
          </Button>
          <Form method="post" onSubmit={putAway}>
            <input type="hidden" name="commandId" value={commandId} />
            <input type="hidden" name="word" value={id} />
            <Button variant="outlined" full icon="check" name="family" value="heard">
              잘 들었어요
            </Button>
          </Form>
        </div>
      )}
      {state === 'no_voice' ? (
        <Notice kind="info" live="polite" title="한국어 목소리가 없어요.">
          휴대폰 설정의 돋보기에 음성이라고 써 보세요.
        </Notice>
      ) : null}
    </Card>
  )
}
