import { Form } from '@remix-run/react'
import type { FormEvent, ReactNode } from 'react'

interface PageFormProps {
  commandId: string
  onSubmit(event: FormEvent<HTMLFormElement>): void
  /** What is sent along unseen. */
  hidden?: Readonly<Record<string, string | readonly string[]>>
  children: ReactNode
}

/** A form that is sent in the page, or as it stands where there is no JavaScript. */
export function PageForm({ commandId, onSubmit, hidden = {}, children }: PageFormProps) {
  return (
    <Form method="post" noValidate onSubmit={onSubmit} className="grid gap-6">
      <input type="hidden" name="commandId" value={commandId} />
      {Object.entries(hidden).flatMap(([name, values]) =>
        [values]
          .flat()
          .map((value) => (
            <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
          )),
      )}
      {children}
    </Form>
  )
}
