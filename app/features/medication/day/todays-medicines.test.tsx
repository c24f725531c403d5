// @vitest-environment jsdom
import { createRemixStub } from '@remix-run/testing'
import { useState } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { expect, test } from 'vitest'
import type { Facts } from '../schedule/facts'
import { mergeFacts } from '../schedule/merge-facts'
import { answer, course, having, keyOf, now, on, version } from '../schedule/test-facts'
import { TodaysMedicines } from './todays-medicines'

const pouch = course({ trackedFrom: on('2027-03-01') * 1440 + 1000 })
const waiting = having({ courses: [pouch], courseVersions: [version(pouch)] })
const nine = '2027-03-02 09:00'

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
