import { expect, test } from 'vitest'
import { nothingTyped, readChoice, typedOf, type TypedChoice } from './ladder-choice'

const known = { courseIds: ['pills', 'drops'], linkIds: ['daughter', 'son'] }

function form({ courseIds, ...rest }: Partial<TypedChoice>): FormData {
  const data = new FormData()
  for (const id of courseIds ?? []) data.append('course', id)
  for (const [name, value] of Object.entries(rest)) data.set(name, value)
  return data
}
const whole = { ...nothingTyped, courseIds: ['pills'], first: 'daughter', next: 'son' }

test('what was chosen is what holds, and stands in the form again', () => {
  const read = readChoice(form({ ...whole, after: '90', quietFrom: '21:30:00' }), known)
  expect(read).toEqual({
    choice: {
      afterMinutes: 90,
      quietFrom: 21 * 60 + 30,
      quietTo: 7 * 60,
      courseIds: ['pills'],
      linkIds: ['daughter', 'son'],
    },
  })
  if ('choice' in read)
    expect(typedOf(read.choice)).toEqual({ ...whole, after: '90', quietFrom: '21:30' })
})

test('nobody and no medicine is chosen ahead: the untouched form is asked about, and nothing in it is lost', () => {
  const read = readChoice(form({ ...nothingTyped, after: '120' }), known)
  expect(read).toMatchObject({
    errors: { course: expect.any(String) as string, first: expect.any(String) as string },
    typed: { after: '120', quietFrom: '22:00', quietTo: '07:00' },
  })
})

test('a time that is missing is asked about', () => {
  for (const quietTo of ['', '24:00', 'night'])
    expect(readChoice(form({ ...whole, quietTo }), known)).toEqual({
      errors: { quietTo: '시각이 비었어요. 시각을 골라 주세요.' },
      typed: { ...whole, quietTo },
    })
})

test('the same relative twice is told once, and strangers and other medicines are none', () => {
  expect(readChoice(form({ ...whole, next: 'daughter' }), known)).toMatchObject({
    choice: { linkIds: ['daughter'] },
  })
  expect(readChoice(form({ ...whole, first: 'stranger' }), known)).toMatchObject({
    errors: { first: expect.any(String) as string },
  })
  expect(readChoice(form({ ...whole, next: 'stranger' }), known)).toMatchObject({
    errors: { next: expect.any(String) as string },
  })
  expect(readChoice(form({ ...whole, next: '' }), known)).toMatchObject({
    choice: { linkIds: ['daughter'] },
  })
  expect(readChoice(form({ ...whole, courseIds: ['theirs'] }), known)).toHaveProperty('errors')
  expect(readChoice(form({ ...whole, after: '5' }), known)).toMatchObject({
    choice: { afterMinutes: 60 },
  })
})
