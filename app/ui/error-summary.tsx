import { useEffect, useRef } from 'react'
import { Icon } from './icon'

interface ErrorSummaryProps {
  title: string
  errors: readonly { fieldId: string; message: string }[]
}

/** Above a form that came back. Focus moves to it; each line leads to its field. Nothing without errors. */
export function ErrorSummary({ title, errors }: ErrorSummaryProps) {
  const box = useRef<HTMLElement>(null)
  useEffect(() => {
    if (errors.length > 0) box.current?.focus()
  }, [errors])
  if (errors.length === 0) return null
  return (
    <section
      ref={box}
      tabIndex={-1}
      role="alert"
      aria-labelledby="error-summary-title"
      className="rounded-card border-due border-danger bg-danger-tint p-gutter"
    >
      <h2 id="error-summary-title" className="flex items-start gap-3 text-h2 font-bold">
        <span className="pt-1 text-danger">
          <Icon name="danger" />
        </span>
        {title}
      </h2>
      <ul className="mt-2 grid gap-2">
        {errors.map(({ fieldId, message }) => (
          <li key={fieldId}>
            <a
              href={`#${fieldId}`}
              className="flex min-h-target items-center text-body font-bold underline decoration-2 underline-offset-6"
            >
              {message}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
