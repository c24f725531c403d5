import type { InputHTMLAttributes } from 'react'
import { FieldError } from './field-error'

export interface FieldProps extends Omit<
  InputHTMLAttributes<HTMLInputElement>,
  'className' | 'style' | 'id' | 'name'
> {
  name: string
  /** Equals `name` unless two fields of that name stand on one page. ErrorSummary links to it. */
  id?: string
  label: string
  hint?: string
  /** What happened, why, what to do now. */
  error?: string
}

/** Label above, hint below the label, error between hint and input: never under the keyboard. */
export function Field({ name, id = name, label, hint, error, ...rest }: FieldProps) {
  const describedBy = [hint ? `${id}-hint` : '', error ? `${id}-error` : '']
    .filter(Boolean)
    .join(' ')
  return (
    <div className={error ? 'border-l-6 border-danger pl-3' : ''}>
      <label htmlFor={id} className="block text-body font-bold">
        {label}
      </label>
      {hint ? (
        <p id={`${id}-hint`} className="text-caption text-soft">
          {hint}
        </p>
      ) : null}
      <FieldError id={`${id}-error`} error={error} />
      <input
        type="text"
        {...rest}
        id={id}
        name={name}
        aria-describedby={describedBy || undefined}
        aria-invalid={error ? true : undefined}
        className="field mt-2 aria-invalid:border-danger"
      />
    </div>
  )
}
