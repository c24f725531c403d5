import { Form } from '@remix-run/react'
import { useEffect, useRef, type FormEvent } from 'react'
import { Button } from '~/ui/button'
import { Notice } from '~/ui/notice'
import type { Answering } from './answer-doses'
import type { Facts } from '../schedule/facts'
import { readDoseKey } from '../schedule/keys'
import { timeInWords } from '../wording'
import { AskPharmacist } from './answered'
import { SayFields } from './say-fields'
import type { SayForm } from './say'
import { courseName } from './words'

interface Props {
  stopped: Answering['stopped']
  /** What was said and stopped. */
  form: SayForm | undefined
  facts: Facts
  commandId: string
  onSubmit(event: FormEvent<HTMLFormElement>): void
  onRefuse(): void
  takesFocus: boolean
}

/** Nothing was written: one may have been taken already. Going on is a second, deliberate step. */
export function DoubleDoseWarning(props: Props) {
  const { stopped, form, facts, commandId, onSubmit, onRefuse, takesFocus } = props
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (takesFocus) box.current?.focus()
  }, [takesFocus])
  return (
    <div ref={box} tabIndex={-1} className="mt-3 grid gap-4">
      <Notice
        kind="danger"
        word="잠깐만요"
        title="두 번 드시지 마세요."
        titleAs="p"
        live="assertive"
      >
        {stopped.map((one) => (
          <p key={one.key}>{reasonOf(one, facts)}</p>
        ))}
      </Notice>
      <Form method="post" onSubmit={onSubmit} className="grid gap-4">
        <SayFields commandId={commandId} doses={stopped} />
        <input type="hidden" name="time" value={form?.time ?? ''} />
        <Button
          type="submit"
          variant="primary"
          full
          big
          name="say"
          value="nothing"
          onClick={(event) => {
            event.preventDefault()
            onRefuse()
          }}
        >
          안 먹을게요
        </Button>
        <Button variant="outlined" full name="say" value={`insist:${form?.say ?? 'taken'}`}>
          또 먹었어요
        </Button>
      </Form>
      <AskPharmacist />
    </div>
  )
}

function reasonOf({ key, guard }: Answering['stopped'][number], facts: Facts): string {
  const name = courseName(facts, readDoseKey(key).courseId)
  const { takenWall, kind } = guard.answer
  if (kind === 'unknown') return `${name}: 드셨는지 기억이 안 난다고 하셨어요.`
  if (takenWall === null) return `${name}: 아까 드셨다고 하셨어요.`
  return guard.kind === 'same_dose'
    ? `${name}: 아까 ${timeInWords(takenWall)}에 드셨다고 하셨어요.`
    : `${name}: ${timeInWords(takenWall)}에 드셨어요. 아직 시간이 덜 지났어요.`
}
