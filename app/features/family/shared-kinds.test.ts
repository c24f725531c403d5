import { expect, test } from 'vitest'
import { kindsInWords, kindsOf, presetChoices, presetOf, presets } from './shared-kinds'

function formOf(preset: string | null, kinds: string[] = []): FormData {
  const form = new FormData()
  if (preset !== null) form.set('preset', preset)
  for (const kind of kinds) form.append('kind', kind)
  return form
}

test('nothing chosen is no choice, and neither is a word that is none', () => {
  expect(kindsOf(formOf(null))).toBeNull()
  expect(kindsOf(formOf('everything'))).toBeNull()
  expect(kindsOf(formOf('toString'))).toBeNull()
  // Ticks without the choice that asks for them mean nothing.
  expect(kindsOf(formOf(null, ['cards']))).toBeNull()
})

test('a ready-made choice goes before ticks that were left behind', () => {
  expect(kindsOf(formOf('today', ['cards']))).toEqual(['med_today'])
  expect(kindsOf(formOf('nothing', ['cards', 'med_today']))).toEqual([])
})

test('one by one: only kinds that are offered', () => {
  expect(kindsOf(formOf('each', ['cards', 'health_data', 'everything']))).toEqual(['cards'])
  expect(kindsOf(formOf('each'))).toEqual([])
})

test('the record of the days before is chosen on its own only, and has today in it', () => {
  for (const kinds of Object.values(presets)) expect(kinds).not.toContain('med')
  expect(kindsOf(formOf('each', ['med']))).toEqual(['med_today', 'med'])
  expect(presetOf(['med_today', 'med'])).toBe('each')
  expect(kindsInWords(['med_today', 'med'])).toBe('오늘 약, 지난 약 기록')
})

test('that 곁에 was opened, and a dangerous message, are chosen on their own only', () => {
  for (const kind of ['presence', 'scam_alert'] as const) {
    for (const kinds of Object.values(presets)) expect(kinds).not.toContain(kind)
    expect(kindsOf(formOf('each', [kind]))).toEqual([kind])
    expect(kindsOf(formOf('both', [kind]))).not.toContain(kind)
    expect(presetOf([kind])).toBe('each')
    expect(presetOf(['med_today', 'cards', kind])).toBe('each')
  }
  expect(kindsInWords(['presence', 'scam_alert'])).toBe('오늘 열어 보셨는지, 위험한 문자')
})

test('every ready-made choice is offered and known again', () => {
  for (const [name, kinds] of Object.entries(presets)) {
    expect(presetChoices.map(({ value }) => value)).toContain(name)
    expect(presetOf(kinds)).toBe(name)
  }
  expect(presetOf(['cards'])).toBe('each')
  expect(kindsInWords(['med_today', 'cards'])).toBe('오늘 약, 배움')
  expect(kindsInWords([])).toBe('안 보여 드려요')
})
