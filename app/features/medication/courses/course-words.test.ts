import { expect, test } from 'vitest'
import { course, having, hour, on, slotsOf, version } from '../schedule/test-facts'
import { slotsInWords } from './course-words'

const pill = course()
const times = (...slots: string[]) => {
  const one = version(pill, { slots: slotsOf(...slots) })
  const hours = [hour('nine', '09:20'), hour('two', '14:00')]
  const facts = having({ courses: [pill], courseVersions: [one], slotHours: hours })
  return slotsInWords(facts, one, on('2027-03-01'))
}

test('times of day stand together, exact ones apart, so that a line breaks between them', () => {
  expect(times('morning', 'evening')).toBe('아침·저녁')
  expect(times('two', 'nine', 'morning')).toBe('아침, 오전 9시 20분, 오후 2시')
})
