import { describe, expect, test } from 'vitest'
import { changedSheet, emptySheet, noChange } from './sheet'
import { readSheetForm } from './sheet-form'
import { saveEmergencySheetSchema } from './sheet-schema'

const typed = (values: Partial<typeof emptySheet>) => ({ ...emptySheet, ...values })
const changeOf = (read: ReturnType<typeof readSheetForm>) => ('change' in read ? read.change : null)

describe('a form of the emergency sheet', () => {
  test('says only what is different from what stood there, and nothing where nothing is', () => {
    const before = typed({ allergies: '페니실린', guardianName: '김미영' })
    const values = { ...before, allergies: ' 페니실린 \r\n새우 ', guardianName: '' }
    expect(readSheetForm(values, before)).toEqual({
      change: { ...noChange, allergies: '페니실린 \n새우', guardianName: '' },
    })
    expect(readSheetForm(before, before)).toEqual({ change: null })
  })

  test('reads a number however people write it, and says what is wrong with it', () => {
    const read = (guardianPhone: string) => readSheetForm(typed({ guardianPhone }), emptySheet)
    expect(changeOf(read(' (02) 123 4567 8 '))?.guardianPhone).toBe('0212345678')
    expect(changeOf(read('010–1234–5678'))?.guardianPhone).toBe('010-1234-5678')
    expect(changeOf(read('+82 10-1234-5678'))?.guardianPhone).toBe('+8210-1234-5678')
    for (const [number, why] of [
      ['0101234', '모자라요'],
      ['010-1234-5678 010-2222-3333', '많아요'],
      ['딸 010-1234-5678', '글자가 있어요'],
      ['------------------------', '모자라요'],
    ] as const)
      expect(read(number), number).toEqual({
        errors: { guardianPhone: expect.stringContaining(why) as string },
      })
  })

  test('keeps what is too long out, and everything else the server takes', () => {
    const long = readSheetForm(typed({ notes: '가'.repeat(501), bloodType: '에이형' }), emptySheet)
    expect(long).toEqual({ errors: { notes: expect.stringContaining('500자') as string } })
    const full = typed({ notes: '가'.repeat(500), doctorPhone: '02-123-4567', doctor: '서울내과' })
    const change = changeOf(readSheetForm(full, emptySheet))
    expect(saveEmergencySheetSchema.safeParse(change).success).toBe(true)
    expect(saveEmergencySheetSchema.safeParse(noChange).success).toBe(false)
  })

  test('two phones that changed different fields both keep their word, in either order', () => {
    const one = { ...noChange, allergies: '페니실린' }
    const other = { ...noChange, guardianName: '김미영', notes: '' }
    const both = typed({ allergies: '페니실린', guardianName: '김미영' })
    expect([one, other].reduce(changedSheet, emptySheet)).toEqual(both)
    expect([other, one].reduce(changedSheet, emptySheet)).toEqual(both)
  })
})
