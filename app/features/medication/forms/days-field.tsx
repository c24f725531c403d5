import { Button } from '~/ui/button'
import { Field } from '~/ui/field'

const usual = [7, 30, 60, 90]

interface DaysFieldProps {
  label: string
  hint?: string
  error?: string
  defaultValue?: string
}

/** For how many days: a number, and the usual ones to tap, which fill it in. */
export function DaysField({ label, hint, error, defaultValue }: DaysFieldProps) {
  const fill = (days: number) => {
    const field = document.getElementById('days')
    if (field instanceof HTMLInputElement) field.value = String(days)
  }
  return (
    <div className="grid gap-3">
      <Field
        name="days"
        label={label}
        hint={hint}
        error={error}
        defaultValue={defaultValue}
        inputMode="numeric"
        autoComplete="off"
        enterKeyHint="done"
        maxLength={8}
      />
      <div className="two-columns gap-3 noscript:hidden" role="group" aria-label="자주 받는 날수">
        {usual.map((days) => (
          <Button key={days} type="button" variant="outlined" onClick={() => fill(days)}>
            {days}일
          </Button>
        ))}
      </div>
    </div>
  )
}
