import type { TextareaHTMLAttributes } from 'react'
import { FieldError } from './field-error'

interface TextAreaProps extends Omit<
  TextareaHTMLAttributes<HTMLTextAreaElement>,
  'className' | 'style' | 'id' | 'name'
> {
  /** Its id as well: ErrorSummary links to it. */
  name: string
  label: string
  hint?: string
  /** What happened, why, what to do now. */
  error?: string
}

/** As `Field`, for more than one line. */
export function TextArea({ name, label, hint, error, rows = 2, ...rest }: TextAreaProps) {
  const describedBy = [hint ? `${name}-hint` : '', error ? `${name}-error` : '']
    .filter(Boolean)
    .join(' ')
  return (
    <div className={error ? 'border-l-6 border-danger pl-3' : ''}>
      <label htmlFor={name} className="block text-body font-bold">
        {label}
      </label>
      {hint ? (
        <p id={`${name}-hint`} className="text-caption text-soft">
          {hint}
        </p>
      ) : null}
      <FieldError id={`${name}-error`} error={error} />
      <textarea
        {...rest}
        rows={rows}
        id={name}
        name={name}
        aria-describedby={describedBy || undefined}
        aria-invalid={error ? true : undefined}
        className="field mt-2 aria-invalid:border-danger"
      />
    </div>
  )
}
