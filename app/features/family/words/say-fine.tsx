import { Form, useRevalidator } from '@remix-run/react'
import { useRef, useState, type FormEvent } from 'react'
import { addCommand } from '~/commands/add-command'
import { useWaiting } from '~/commands/use-waiting'
import { Button } from '~/ui/button'
import { Icon } from '~/ui/icon'
import type { FamilyNews } from '../find-family-news.server'
import { familyDate } from './family-date'

interface SayFineProps {
  news: Pick<FamilyNews, 'fineAt' | 'day'>
  commandId: string
}

/** One tap tells the whole family that all is well; for the rest of the day a quiet line stands there. */
export function SayFine({ news: { fineAt, day }, commandId }: SayFineProps) {
  const { sent, waiting } = useWaiting()
  const { revalidate } = useRevalidator()
  const tapped = useRef(false)
  const [telling, setTelling] = useState(false)
  const saidIn = (deeds: typeof sent) =>
    deeds.some(({ type, occurredAt }) => type === 'say_fine' && familyDate(occurredAt) === day)
  const told = (fineAt !== null && familyDate(fineAt) === day) || saidIn(sent)

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (tapped.current) return
    tapped.current = true
    setTelling(true)
    void addCommand('say_fine', {}).then(({ status }) => {
      tapped.current = false
      setTelling(false)
      if (status === 'sent') revalidate()
    })
  }
  return (
    <div aria-live="polite">
      {!telling && (told || saidIn(waiting)) ? (
        <p className="marked text-body">
          <Icon name={told ? 'check' : 'hourglass'} />
          <span>
            {told
              ? '오늘은 괜찮다고 알렸어요.'
              : '오늘은 괜찮다고 적어 두었어요. 인터넷이 되면 가족에게 알릴게요.'}
          </span>
        </p>
      ) : (
        <Form method="post" onSubmit={submit}>
          <input type="hidden" name="commandId" value={commandId} />
          <Button
            variant="outlined"
            full
            icon="family"
            name="family"
            value="fine"
            busy={telling ? '알리는 중이에요' : undefined}
          >
            오늘은 괜찮아요
          </Button>
        </Form>
      )}
    </div>
  )
}
