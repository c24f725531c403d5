import { Form } from '@remix-run/react'
import { useRef, type FormEvent } from 'react'
import { v5 as uuidv5, v7 as uuidv7 } from 'uuid'
import { addCommand } from '~/commands/add-command'
import { Button } from '~/ui/button'
import { pressedIn } from '~/ui/pressed-in'
import { readTakeForm, take } from '../as-needed/take'
import { labelOf } from '../courses/course-label'
import { plansOf } from '../schedule/due-doses'
import type { EpochDay } from '../schedule/care-date'
import type { Facts, Intake } from '../schedule/facts'
import type { Moment } from '../schedule/moment'
import { amountInWords } from '../wording'
import { whenInWords } from './state-words'

interface IntakeHistoryProps {
  intakes: readonly Intake[]
  day: EpochDay
  facts: Facts
  now: Moment
  canCorrect: boolean
  pageCommandId: string
}

/** What was taken when it was needed; each can be taken back for ever. */
export function IntakeHistory({ intakes, day, ...rest }: IntakeHistoryProps) {
  return (
    <section aria-labelledby="as-needed" className="grid gap-2">
      <h2 id="as-needed" className="text-h2 font-bold">
        필요할 때 드신 약
      </h2>
      <ul role="list" className="grid gap-4">
        {intakes.map((intake) => (
          <li key={intake.id}>
            <p className="text-body">
              <strong data-name>{labelOf(rest.facts, intake.courseId)}</strong>{' '}
              <span>
                {whenInWords(intake.takenWall, day)} ·{' '}
                {amountInWords(intake.amount, unitOf(rest.facts, intake.courseId))}
              </span>
            </p>
            {rest.canCorrect ? <TakeBack intake={intake} day={day} {...rest} /> : null}
          </li>
        ))}
      </ul>
    </section>
  )
}

interface TakeBackProps {
  intake: Intake
  day: EpochDay
  facts: Facts
  now: Moment
  pageCommandId: string
}

/** 「고치기」: folded away, so that a trembling finger takes nothing back. */
function TakeBack({ intake, day, facts, now, pageCommandId }: TakeBackProps) {
  const busy = useRef(false)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (busy.current) return
    const form = readTakeForm(new FormData(event.currentTarget), pressedIn(event))
    const written = take(form, facts, now, uuidv7)
    if (!written) return
    busy.current = true
    void addCommand('record_facts', written)
  }
  return (
    <details className="fold mt-2">
      <summary className="fold-button">
        고치기
        <span className="sr-only">
          : {labelOf(facts, intake.courseId)} {whenInWords(intake.takenWall, day)}
        </span>
      </summary>
      <Form method="post" onSubmit={submit} className="mt-4 grid gap-3">
        <input type="hidden" name="course" value={intake.courseId} />
        <input type="hidden" name="intake" value={intake.id} />
        <input type="hidden" name="commandId" value={uuidv5(intake.id, pageCommandId)} />
        <Button variant="choice" name="what" value="undo">
          안 먹었어요, 지울게요
        </Button>
      </Form>
    </details>
  )
}

const unitOf = (facts: Facts, courseId: string): string =>
  plansOf(facts).get(courseId)?.rulings.at(-1)?.version.unit ?? '번'
