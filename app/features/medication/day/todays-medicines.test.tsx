// @vitest-environment jsdom
import { createRemixStub } from '@remix-run/testing'
import { useState } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { expect, test } from 'vitest'
import type { Facts } from '../schedule/facts'
import { mergeFacts } from '../schedule/merge-facts'
import {
  answer,
  course,
  having,
  hour,
  keyOf,
  now,
  on,
  slotsOf,
  version,
} from '../schedule/test-facts'
import { TodaysMedicines } from './todays-medicines'

const pouch = course({ trackedFrom: on('2027-03-01') * 1440 + 1000 })
const waiting = having({ courses: [pouch], courseVersions: [version(pouch)] })
const nine = '2027-03-02 09:00'

test('tomorrow an exact time is called by itself, and a time of day with its hour', () => {
  const exact = '0190a000-0000-7000-8000-000000000009'
  const facts = having({
    courses: [pouch],
    courseVersions: [version(pouch, { slots: slotsOf('morning', exact) })],
    slotHours: [hour(exact, '09:20')],
  })
  const place = document.createElement('div')
  const Page = () => (
    <TodaysMedicines facts={facts} now={now(nine, facts)} commandId="" sent={undefined} />
  )
  const Stub = createRemixStub([{ path: '/', Component: Page }])
  flushSync(() => createRoot(place).render(<Stub />))
  const named = [...place.querySelectorAll('li strong')].map((one) => one.textContent)
  expect(named).toEqual(['오전 8시 아침 약', '오전 9시 20분 약'])
})

test('yesterday’s card stays where it was once it is answered: nothing moves under the finger', () => {
  const place = document.createElement('div')
  document.body.replaceChildren(place)
  let change = (_facts: Facts) => undefined as void
  function Page() {
    const [facts, setFacts] = useState(waiting)
    change = (next) => flushSync(() => setFacts(next))
    return <TodaysMedicines facts={facts} now={now(nine, facts)} commandId="" sent={undefined} />
  }
  const Stub = createRemixStub([{ path: '/', Component: Page }])
  flushSync(() => createRoot(place).render(<Stub />))
  const titles = () => [...place.querySelectorAll('section h2')].map((one) => one.textContent)
  const before = titles()
  expect(before[0]).toBe('어제 저녁 약')
  const key = keyOf(pouch, '2027-03-01', 'evening')
  change(mergeFacts(waiting, { answers: [answer(key, 'taken', '2027-03-01 18:30')] }))
  expect(titles()).toEqual(before)
  expect(place.textContent).toContain('오후 6시 30분에 드셨어요.')
})
