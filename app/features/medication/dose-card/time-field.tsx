import { Field } from '~/ui/field'
import type { DoseGroup } from './dose-groups'
import type { Moment } from '../schedule/moment'
import { dayInWords } from '../wording'

/** When it was taken; begins at the time it was due. */
export function TimeField({
  id,
  group: { day, minute },
  now,
  error,
}: {
  id: string
  group: DoseGroup
  now: Moment
  error: string | undefined
}) {
  return (
    <Field
      id={id}
      name="time"
      type="time"
      label={day === now.day ? '드신 시각' : `${dayInWords(day, now.day)} 드신 시각`}
      defaultValue={minute === null ? undefined : clockTime(minute)}
      error={error}
    />
  )
}

/** `08:05` */
export function clockTime(minute: number): string {
  const ofDay = minute % 1440
  const two = (part: number) => String(part).padStart(2, '0')
  return `${two(Math.floor(ofDay / 60))}:${two(ofDay % 60)}`
}
