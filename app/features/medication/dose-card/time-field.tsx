import { Field } from '~/ui/field'

/** When it was taken; begins at the time it was due. */
export function TimeField({
  id,
  minute,
  error,
}: {
  id: string
  minute: number | null
  error: string | undefined
}) {
  return (
    <Field
      id={id}
      name="time"
      type="time"
      label="드신 시각"
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
