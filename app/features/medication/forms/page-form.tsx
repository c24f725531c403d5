import { Form, useNavigation } from '@remix-run/react'
import type { FormEvent, ReactNode } from 'react'
import { StatusLine } from '~/ui/status-line'
import { useEntryPlace } from './entry-place'

interface PageFormProps {
  commandId: string
  onSubmit(event: FormEvent<HTMLFormElement>): void
  /** What is sent along unseen. */
  hidden?: Readonly<Record<string, string | readonly string[]>>
  children: ReactNode
}

/** A form that is sent in the page, or as it stands where there is no JavaScript. */
export function PageForm({ commandId, onSubmit, hidden = {}, children }: PageFormProps) {
  const { isOwn } = useEntryPlace()
  const { formData } = useNavigation()
  const isSending =
    formData?.get('commandId') === commandId && formData.get('intent') === (hidden.intent ?? null)
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
      {/* One's own is written down on the phone at once; whoever helps waits for the server. */}
      {isOwn ? null : (
        <StatusLine icon="hourglass" text={isSending ? '저장하는 중이에요.' : undefined} />
      )}
    </Form>
  )
}
