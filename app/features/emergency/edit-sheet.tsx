import { Form, useNavigate } from '@remix-run/react'
import { useRef, useState, type FormEvent } from 'react'
import { addCommand } from '~/commands/add-command'
import { useDirtyForm } from '~/offline/use-update-offer'
import { Button } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { Field } from '~/ui/field'
import { TextArea } from '~/ui/text-area'
import { sheetFields, type Sheet, type SheetField } from './sheet'
import { readSheetForm, type SheetErrors } from './sheet-form'
import { longest } from './sheet-schema'
import { sheetBefore, sheetValues } from './sheet-values'

interface EditSheetProps {
  sheet: Sheet
  commandId: string
  /** A form that came back: what was typed, and what to do about it. */
  sent: { values: Record<SheetField, string>; errors: SheetErrors } | undefined
}

const texts: { field: SheetField; label: string; hint?: string; lines?: boolean; tel?: boolean }[] =
  [
    {
      field: 'allergies',
      label: '알레르기',
      hint: '먹으면 안 되는 약이나 음식이에요.',
      lines: true,
    },
    { field: 'illnesses', label: '앓는 병', hint: '고혈압, 당뇨 같은 병이에요.', lines: true },
    { field: 'bloodType', label: '혈액형', hint: '모르시면 비워 두세요.' },
    { field: 'guardianName', label: '보호자 이름', hint: '급할 때 전화할 분이에요.' },
    { field: 'guardianPhone', label: '보호자 전화번호', tel: true },
    { field: 'doctor', label: '다니는 병원', lines: true },
    { field: 'doctorPhone', label: '병원 전화번호', tel: true },
    { field: 'notes', label: '더 알릴 것', hint: '수술이나 보청기 같은 것이에요.', lines: true },
  ]

/** One form, every field of it optional. What stood there at first goes along: only changes are written. */
export function EditSheet({ sheet, commandId, sent }: EditSheetProps) {
  // What stands in the form follows what is known until somebody begins to type.
  const [held, setHeld] = useState<Sheet | null>(null)
  const before = held ?? sheet
  const [errors, setErrors] = useState<SheetErrors>(sent?.errors ?? {})
  const busy = useRef(false)
  const navigate = useNavigate()
  useDirtyForm(held !== null)

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (busy.current) return
    const form = new FormData(event.currentTarget)
    const read = readSheetForm(sheetValues(form), sheetBefore(form))
    setErrors('errors' in read ? read.errors : {})
    if ('errors' in read) return
    const done = () => navigate('/emergency?saved')
    if (read.change === null) return done()
    busy.current = true
    void addCommand('save_emergency_sheet', read.change, done)
  }

  const listed = sheetFields.flatMap((fieldId) => {
    const message = errors[fieldId]
    return message ? [{ fieldId, message }] : []
  })
  return (
    <Form
      method="post"
      onSubmit={submit}
      onChange={() => setHeld(before)}
      noValidate
      className="grid gap-6"
    >
      <ErrorSummary title="한 번 더 봐 주세요" errors={listed} />
      <input type="hidden" name="commandId" value={commandId} />
      {sheetFields.map((field) => (
        <input key={field} type="hidden" name={`before-${field}`} value={before[field]} />
      ))}
      {texts.map(({ field, label, hint, lines = false, tel = false }) => {
        const shared = {
          name: field,
          label,
          hint,
          error: errors[field],
          defaultValue: sent?.values[field] ?? before[field],
          maxLength: tel ? undefined : longest[field],
          autoComplete: 'off',
        }
        const key = `${field} ${before[field]}`
        if (lines) return <TextArea key={key} {...shared} />
        const phone = tel ? { type: 'tel', inputMode: 'tel' as const } : {}
        return <Field key={key} {...shared} {...phone} />
      })}
      <Button variant="primary" full>
        적어 두기
      </Button>
    </Form>
  )
}
