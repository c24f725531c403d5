import { Form } from '@remix-run/react'
import { useRef, useState, type FormEvent } from 'react'
import { addCommand } from '~/commands/add-command'
import { useDirtyForm } from '~/offline/use-update-offer'
import { Button } from '~/ui/button'
import { ChoiceGroup } from '~/ui/choice-group'
import { ErrorSummary } from '~/ui/error-summary'
import { Field } from '~/ui/field'
import { StatusLine } from '~/ui/status-line'
import { minuteChoices, repeatChoices, type ReminderSettings } from './settings-schema'
import { readSettingsForm, yesOrNo, type SettingsForm } from './settings-form'

interface EditSettingsProps {
  settings: ReminderSettings
  commandId: string
  /** What a form without JavaScript came to. */
  sent: SettingsForm | undefined
  /** It was written down before this page was opened. */
  saved: boolean
  /** What was chosen is written down on the phone. */
  onSaved(settings: ReminderSettings): void
}

const repeatWords = ['더 알리지 않기', '한 번 더', '두 번 더', '세 번 더'] as const
const usualCardTime = '09:00'

/** Plain choices: they work without JavaScript, and are written down on the phone first where there is one. */
export function EditSettings({ settings, commandId, sent, saved, onSaved }: EditSettingsProps) {
  const returned = sent && 'errors' in sent ? sent : null
  const [errors, setErrors] = useState(returned?.errors ?? null)
  const [isSaved, setSaved] = useState(saved)
  // What stands in the form follows what is known until somebody begins to choose.
  const [held, setHeld] = useState(returned?.chosen ?? null)
  const shown = held ?? settings
  const busy = useRef(false)
  useDirtyForm(held !== null)

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (busy.current) return
    const read = readSettingsForm(new FormData(event.currentTarget))
    setErrors('errors' in read ? read.errors : null)
    if ('errors' in read) return
    busy.current = true
    void addCommand('set_reminders', read.settings, () => {
      busy.current = false
      setHeld(null)
      setSaved(true)
      onSaved(read.settings)
    })
  }
  const change = () => {
    setHeld(shown)
    setSaved(false)
  }
  const { doses, repeats, everyMinutes, namesMedicines, cardAt } = shown
  const listed = errors ? [{ fieldId: 'cardAt', message: errors.cardAt }] : []
  return (
    <Form method="post" onSubmit={submit} onChange={change} noValidate className="grid gap-6">
      <ErrorSummary title="한 번 더 봐 주세요" errors={listed} />
      <input type="hidden" name="commandId" value={commandId} />
      <div key={JSON.stringify(shown)} className="grid gap-6">
        <ChoiceGroup
          name="doses"
          legend="약 시간에 알려 드릴까요?"
          defaultValue={yesOrNo(doses)}
          choices={[
            { value: 'yes', label: '알려 주세요' },
            { value: 'no', label: '알리지 마세요' },
          ]}
        />
        <ChoiceGroup
          name="repeats"
          legend="답이 없으면 더 알릴까요?"
          defaultValue={String(repeats)}
          choices={repeatChoices.map((value) => ({
            value: String(value),
            label: repeatWords[value],
          }))}
        />
        <ChoiceGroup
          name="everyMinutes"
          legend="몇 분마다 더 알릴까요?"
          columns={2}
          defaultValue={String(everyMinutes)}
          choices={minuteChoices.map((value) => ({ value: String(value), label: `${value}분` }))}
        />
        <ChoiceGroup
          name="namesMedicines"
          legend="알림에 약 이름을 쓸까요?"
          hint="잠긴 화면은 옆 사람도 볼 수 있어요."
          defaultValue={yesOrNo(namesMedicines)}
          choices={[
            { value: 'no', label: '쓰지 않기' },
            { value: 'yes', label: '약 이름 쓰기' },
          ]}
        />
        <ChoiceGroup
          name="card"
          legend="오늘 카드도 알려 드릴까요?"
          hint="소리 없이 하루 한 번 알려 드려요."
          defaultValue={yesOrNo(cardAt !== null || returned !== null)}
          choices={[
            { value: 'no', label: '알리지 마세요' },
            { value: 'yes', label: '알려 주세요' },
          ]}
        />
        <Field
          name="cardAt"
          type="time"
          label="카드를 알릴 시각"
          hint="카드를 알려 달라고 고르셨을 때만 써요."
          defaultValue={cardAt ?? usualCardTime}
          error={errors?.cardAt}
        />
      </div>
      <Button variant="outlined" full big>
        알림 적어 두기
      </Button>
      <StatusLine text={isSaved ? '적어 두었어요.' : undefined} />
    </Form>
  )
}
