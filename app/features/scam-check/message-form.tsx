import { Form } from '@remix-run/react'
import { useRef, useState, type FormEvent } from 'react'
import { Button } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { TextArea } from '~/ui/text-area'
import { CameNotice } from './pictures/came-notice'
import { OtherWays } from './other-ways'
import type { Typed } from './reading'
import { WillBeTold } from './alert/will-be-told'
import { ScriptlessMark, ScriptlessWords } from './scriptless'
import { troubleWords } from './trouble-words'
import type { Check, CheckState } from './use-check'
import type { CheckOrigin } from './verdict/verdict'

interface MessageFormProps {
  state: Extract<CheckState, { shows: 'form' }>
  type: Check['type']
  ask: Check['ask']
}

/** A message to be checked: pasted, typed, or brought by another way. */
export function MessageForm({ state: { typed, trouble, busy }, type, ask }: MessageFormProps) {
  const form = useRef<HTMLFormElement>(null)
  const [said, setSaid] = useState<string>()
  const error = trouble && troubleWords.message[trouble]
  const field = () => form.current?.elements.namedItem('text') as HTMLTextAreaElement | undefined
  const origin = useRef(typed.origin)
  const [picture, setPicture] = useState(typed.picture)
  const now = (): Typed => {
    const text = field()?.value ?? ''
    if (text === '') origin.current = 'typed'
    return { ...typed, text, picture, origin: origin.current }
  }

  const put = (text: string, from: CheckOrigin = 'typed') => {
    const area = field()
    if (!area) return
    area.value = text
    origin.current = from
    setPicture(null)
    type({ ...now(), picture: null })
  }
  /** Shown in the field first: what a machine read is put right by the person. */
  const bring = (text: string, from: CheckOrigin) => {
    const sentAlong = picture ? (field()?.value.trim() ?? '') : ''
    put([sentAlong, text].filter(Boolean).join('\n'), from)
    field()?.scrollIntoView({ block: 'center' })
  }
  const paste = async () => {
    try {
      const text = await navigator.clipboard.readText()
      if (text.trim() === '') return setSaid('복사해 둔 글이 없어요.')
      put(text)
      setSaid('붙여 넣었어요.')
    } catch {
      field()?.focus()
      setSaid('글 칸을 길게 눌러 붙여 넣으세요.')
    }
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!busy) ask(now())
  }

  return (
    <Form ref={form} method="post" onSubmit={submit} noValidate className="grid gap-4">
      <ScriptlessMark />
      <ErrorSummary
        title="한 번 더 봐 주세요"
        errors={error ? [{ fieldId: 'text', message: error }] : []}
      />
      {picture ? <CameNotice picture={picture} /> : null}
      <div className="needs-script">
        {/* Seen as the hint of the field, where there is room for it. */}
        <p role="status" className="sr-only">
          {said}
        </p>
        <Button type="button" variant="outlined" full icon="paste" onClick={() => void paste()}>
          붙여 넣기
        </Button>
      </div>
      <TextArea
        name="text"
        label="받은 글"
        hint={said ?? '문자나 카톡을 그대로 넣으세요.'}
        rows={4}
        defaultValue={typed.text}
        error={error}
        onChange={() => type(now())}
        autoComplete="off"
      />
      <Button variant="primary" big full icon="look" busy={busy ? '살펴보는 중' : undefined}>
        살펴보기
      </Button>
      <p className="needs-script text-caption text-soft">
        이 휴대폰 안에서만 살펴봐요. 글은 밖으로 안 나가요.
      </p>
      <WillBeTold />
      <ScriptlessWords />
      <OtherWays hasPicture={typed.picture === 'waiting'} onText={bring} />
    </Form>
  )
}
