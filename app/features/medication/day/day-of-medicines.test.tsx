// @vitest-environment jsdom
import { createRemixStub } from '@remix-run/testing'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { expect, test } from 'vitest'
import type { Facts } from '../schedule/facts'
import { mergeFacts } from '../schedule/merge-facts'
import { answer, course, having, keyOf, now, on, pause, version } from '../schedule/test-facts'
import { DayOfMedicines } from './day-of-medicines'
import { groupsNow } from './due-now'

const pouch = course({ trackedFrom: on('2027-03-02') * 1440 })
const known = having({ courses: [pouch], courseVersions: [version(pouch)] })
const doses = (['morning', 'noon', 'evening'] as const).map((slot) =>
  keyOf(pouch, '2027-03-02', slot),
)

function wordsAt(time: string, facts: Facts): string | null {
  const at = now(time, facts)
  const place = document.createElement('div')
  const Page = createRemixStub([
    {
      path: '/',
      Component: () => (
        <DayOfMedicines facts={facts} groups={groupsNow(facts, at)} shown={undefined} now={at} />
      ),
    },
  ])
  flushSync(() => createRoot(place).render(<Page />))
  return place.textContent
}

test('says that all is done once everything was answered', () => {
  const answers = doses.map((key) => answer(key, 'taken', '2027-03-02 19:00'))
  expect(wordsAt('2027-03-02 20:00', mergeFacts(known, { answers }))).toBe('오늘 약 다 챙겼어요')
})

test('who rests, as in hospital, has not taken everything', () => {
  const resting = mergeFacts(known, { pauses: [pause('2027-03-01 09:00', null)] })
  expect(wordsAt('2027-03-02 09:00', resting)).toBe('약을 쉬는 중이에요')
})
