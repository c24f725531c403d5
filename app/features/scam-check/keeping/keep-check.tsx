import { Form } from '@remix-run/react'
import { useState, type FormEvent } from 'react'
import { addCommand } from '~/commands/add-command'
import { Button } from '~/ui/button'
import { LinkButton } from '~/ui/link-button'
import { StatusLine } from '~/ui/status-line'
import type { Checked } from '../checked'
import type { CheckRecord } from '../kept-draft'
import type { Typed } from '../reading'
import { ScriptlessMark } from '../scriptless'
import { keptOf } from './kept-check'

interface KeepCheckProps {
  checked: Checked
  typed: Typed
  record: CheckRecord
  onKept(): void
}

/** Off until somebody taps it: then the words leave the phone, which is said before. */
export function KeepCheck({
  checked,
  typed,
  record: { id, isKept, told },
  onKept,
}: KeepCheckProps) {
  const [busy, setBusy] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (busy || isKept) return
    setBusy(true)
    void addCommand('keep_scam_check', { checkId: id, ...keptOf(checked) }, onKept)
  }
  if (isKept)
    return (
      <div>
        <StatusLine text="적어 두었어요." />
        <LinkButton to="/scam-check/kept" variant="outlined" full icon="book">
          적어 둔 것 보기
        </LinkButton>
      </div>
    )
  return (
    <Form method="post" onSubmit={submit} className="grid gap-2">
      <ScriptlessMark />
      <input type="hidden" name="intent" value="keep" />
      <input type="hidden" name="checkId" value={id} />
      {told ? <input type="hidden" name="told" value="1" /> : null}
      <input type="hidden" name="text" value={typed.text} />
      {typed.picks.map((pick) => (
        <input key={pick} type="hidden" name="wishes" value={pick} />
      ))}
      <Button variant="outlined" full icon="book" busy={busy ? '적는 중' : undefined}>
        결과 적어 두기
      </Button>
      <p className="text-caption text-soft">적어 두면 곁에가 글과 결과를 보관해요.</p>
    </Form>
  )
}
