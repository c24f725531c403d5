import { expect, test } from 'vitest'
import { reminderSettingsSchema } from './settings-schema'
import { usualSettings } from './usual-settings'
import { readSettingsForm } from './settings-form'

function form(fields: Record<string, string>): FormData {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.set(name, value)
  return data
}

test('what was chosen is what the command carries', () => {
  const chosen = {
    doses: 'no',
    repeats: '0',
    everyMinutes: '30',
    namesMedicines: 'yes',
    card: 'yes',
    cardAt: '07:30:00',
  }
  const read = readSettingsForm(form(chosen))
  expect(read).toEqual({
    settings: { doses: false, repeats: 0, everyMinutes: 30, namesMedicines: true, cardAt: '07:30' },
  })
  expect(reminderSettingsSchema.safeParse('settings' in read && read.settings).success).toBe(true)
})

test('an hour that was typed and then switched off is not sent', () => {
  const read = readSettingsForm(form({ card: 'no', cardAt: '07:30' }))
  expect(read).toEqual({ settings: usualSettings })
})

test('the card without an hour is asked about', () => {
  for (const cardAt of ['', '25:00', 'morning'])
    expect(readSettingsForm(form({ card: 'yes', cardAt }))).toEqual({
      errors: { cardAt: '시각이 비었어요. 알려 드릴 시각을 골라 주세요.' },
      chosen: usualSettings,
    })
})

test('what no form of ours sends stands at what is usual', () => {
  const strange = form({ repeats: '99', everyMinutes: 'often' })
  expect(readSettingsForm(strange)).toEqual({ settings: usualSettings })
})
