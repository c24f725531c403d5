import { Form } from '@remix-run/react'
import { useRef, type FormEvent } from 'react'
import { Button } from '~/ui/button'
import { ChoiceGroup } from '~/ui/choice-group'
import { ErrorSummary } from '~/ui/error-summary'
import { TextArea } from '~/ui/text-area'
import { WillBeTold } from '../alert/will-be-told'
import { ScriptlessMark, ScriptlessWords } from '../scriptless'
import { troubleWords } from '../trouble-words'
import type { Check, CheckState } from '../use-check'
import { callers, pressures, wishes } from './call-questions'

interface CallFormProps {
  state: Extract<CheckState, { shows: 'form' }>
  type: Check['type']
  ask: Check['ask']
}

/** What was heard on the telephone: three questions, each of which may stay open, and room for words. */
export function CallForm({ state: { typed, trouble, busy }, type, ask }: CallFormProps) {
  const form = useRef<HTMLFormElement>(null)
  const error = trouble && troubleWords.call[trouble]
  const now = () => {
    const data = new FormData(form.current ?? undefined)
    const picks = ['who', 'wishes', 'presses'].flatMap((name) => data.getAll(name)).map(String)
    return { ...typed, picks, text: String(data.get('text') ?? '') }
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!busy) ask(now())
  }
  const changed = () => type(now())
  const shared = { defaultValue: typed.picks, onChange: changed }
  return (
    <Form ref={form} method="post" onSubmit={submit} noValidate className="grid gap-8">
      <ScriptlessMark />
      <ErrorSummary
        title="한 번 더 봐 주세요"
        errors={error ? [{ fieldId: 'who', message: error }] : []}
      />
      <ChoiceGroup
        {...shared}
        name="who"
        legend="누구라고 했나요?"
        hint="없으면 그냥 두세요."
        choices={callers}
        error={error}
      />
      <ChoiceGroup
        {...shared}
        name="wishes"
        legend="무엇을 하라고 했나요?"
        hint="여러 개 고를 수 있어요."
        choices={wishes}
        many
      />
      <ChoiceGroup
        {...shared}
        name="presses"
        legend="어떻게 말했나요?"
        hint="여러 개 고를 수 있어요."
        choices={pressures}
        many
      />
      <TextArea
        name="text"
        label="더 들은 말"
        hint="기억나는 대로 적으세요."
        rows={3}
        defaultValue={typed.text}
        onChange={changed}
        autoComplete="off"
      />
      <Button variant="primary" big full icon="look" busy={busy ? '살펴보는 중' : undefined}>
        살펴보기
      </Button>
      <div>
        <p className="needs-script text-caption text-soft">
          이 휴대폰 안에서만 살펴봐요. 들은 말은 밖으로 안 나가요.
        </p>
        <WillBeTold />
        <ScriptlessWords />
      </div>
    </Form>
  )
}
