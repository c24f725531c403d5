import { Form } from '@remix-run/react'
import { useState, type FormEvent } from 'react'
import { v7 as uuidv7 } from 'uuid'
import { addCommand } from '~/commands/add-command'
import { Button } from '~/ui/button'
import { LinkButton } from '~/ui/link-button'
import { StatusLine } from '~/ui/status-line'
import type { Checked } from '../checked'
import { ScriptlessMark } from '../scriptless'
import type { ServerAnswer } from '../server-answer'
import { keptOf } from './kept-check'

interface KeepCheckProps {
  checked: Checked
  sent: ServerAnswer | undefined
}

/** Off until somebody taps it: then the words leave the phone, which is said before. */
export function KeepCheck({ checked, sent }: KeepCheckProps) {
  const [isKept, setIsKept] = useState(sent?.isKept ?? false)
  const [checkId] = useState(() => sent?.checkId ?? uuidv7())
  const [busy, setBusy] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (busy || isKept) return
    setBusy(true)
    void addCommand('keep_scam_check', { checkId, ...keptOf(checked) }, () => setIsKept(true))
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
  const typed = sent?.state.typed
  return (
    <Form method="post" onSubmit={submit} className="grid gap-2">
      <ScriptlessMark />
      <input type="hidden" name="intent" value="keep" />
      <input type="hidden" name="checkId" value={checkId} />
      <input type="hidden" name="text" value={typed?.text ?? checked.text} />
      {typed?.picks.map((pick) => (
        <input key={pick} type="hidden" name="wishes" value={pick} />
      ))}
      <Button variant="outlined" full icon="book" busy={busy ? '적는 중' : undefined}>
        결과 적어 두기
      </Button>
      <p className="text-caption text-soft">적어 두면 곁에가 글과 결과를 보관해요.</p>
    </Form>
  )
}
