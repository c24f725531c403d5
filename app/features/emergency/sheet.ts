/** What a helper in an emergency should know. An empty string is "nothing said": everything is optional. */
export const sheetFields = [
  'allergies',
  'illnesses',
  'bloodType',
  'guardianName',
  'guardianPhone',
  'doctor',
  'doctorPhone',
  'notes',
] as const

export type SheetField = (typeof sheetFields)[number]
export type Sheet = Record<SheetField, string>
/** What one act changes; null leaves a field as it is. */
export type SheetChange = Record<SheetField, string | null>

const fill = <T>(value: T) =>
  Object.fromEntries(sheetFields.map((field) => [field, value])) as Record<SheetField, T>

export const emptySheet: Sheet = fill('')
export const noChange: SheetChange = fill(null)

/** Field by field: whoever changed the allergies elsewhere keeps their word when the number is changed here. */
export function changedSheet(sheet: Sheet, change: SheetChange): Sheet {
  const changed = { ...sheet }
  for (const field of sheetFields) changed[field] = change[field] ?? changed[field]
  return changed
}

export const isEmptySheet = (sheet: Sheet): boolean =>
  sheetFields.every((field) => sheet[field] === '')
