import { emptySheet, sheetFields, type Sheet, type SheetField } from './sheet'

/** The fields of a form as they were typed. */
export function sheetValues(form: FormData): Record<SheetField, string> {
  return fromFields((field) => form.get(field))
}

/** What stood in the form when it was rendered: the hidden fields `before-…`. */
export function sheetBefore(form: FormData): Sheet {
  return fromFields((field) => form.get(`before-${field}`))
}

function fromFields(read: (field: SheetField) => FormDataEntryValue | null): Sheet {
  const values = { ...emptySheet }
  for (const field of sheetFields) {
    const value = read(field)
    // A form sends its lines with carriage returns.
    values[field] = typeof value === 'string' ? value.replace(/\r\n?/g, '\n') : ''
  }
  return values
}
