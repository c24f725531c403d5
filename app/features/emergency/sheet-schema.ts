import * as z from 'zod/mini'
import { sheetFields, type SheetField } from './sheet'

/** Letters of each field; the table has the same. */
export const longest: Record<SheetField, number> = {
  allergies: 300,
  illnesses: 300,
  bloodType: 20,
  guardianName: 40,
  guardianPhone: 20,
  doctor: 80,
  doctorPhone: 20,
  notes: 500,
}

const words = (field: SheetField) =>
  z.nullable(z.string().check(z.trim(), z.maxLength(longest[field])))
const phone = (field: SheetField) =>
  z.nullable(z.string().check(z.regex(/^[0-9+-]*$/), z.maxLength(longest[field])))

/** Of each field what is to stand there from now on; null leaves it as it is. */
export const saveEmergencySheetSchema = z
  .object({
    allergies: words('allergies'),
    illnesses: words('illnesses'),
    bloodType: words('bloodType'),
    guardianName: words('guardianName'),
    guardianPhone: phone('guardianPhone'),
    doctor: words('doctor'),
    doctorPhone: phone('doctorPhone'),
    notes: words('notes'),
  })
  .check(z.refine((change) => sheetFields.some((field) => change[field] !== null)))
export type SaveEmergencySheet = z.infer<typeof saveEmergencySheetSchema>
