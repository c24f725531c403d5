// @vitest-environment jsdom
import { createRemixStub } from '@remix-run/testing'
import { useState } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { v7 as uuidv7 } from 'uuid'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { groupsOf } from './dose-groups'
import type { NewFacts } from '../facts/fact-schema'
import { factsFrom } from '../facts/facts-from'
import type { Facts } from '../schedule/facts'
import { mergeFacts } from '../schedule/merge-facts'
import {
  answer,
  course,
  having,
  keyOf,
  now,
  on,
  pause,
  senior,
  slotsOf,
  version,
  wall,
} from '../schedule/test-facts'
import { DoseCard } from './dose-card'
import { laterMin } from './say'

const [pressure, sugar] = [
  course({ id: uuidv7(), label: '혈압약', kind: 'single' }),
  course({ id: uuidv7(), label: '당뇨약', kind: 'single' }),
]
const both = having({
  courses: [pressure, sugar],
  courseVersions: [version(pressure), version(sugar)],
})
const morning = {
  pressure: keyOf(pressure, '2027-03-01', 'morning'),
  sugar: keyOf(sugar, '2027-03-01', 'morning'),
}
const nine = '2027-03-01 09:00'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

/** The card of a time of day as it stands on a page; what is said on it is merged as on the phone. */
function draw(given: Facts, time: string, slot = 'morning', date = '2027-03-01') {
  const written: NewFacts[] = []
  const at = now(time, given)
  function Card() {
    const [facts, setFacts] = useState(given)
    const group = groupsOf(facts, on(date), on(date) + 1, at).find(({ slotId }) => slotId === slot)
    const writeDown = (more: NewFacts) => {
      written.push(more)
      const meta = { by: senior, deviceId: '', at: at.instant, receivedAt: at.instant }
      flushSync(() => setFacts(mergeFacts(facts, factsFrom(more, meta))))
      return Promise.resolve()
    }
    if (!group) return null
    return <DoseCard first {...{ group, facts, now: at, commandId: uuidv7(), writeDown }} />
  }
  const place = document.createElement('div')
  document.body.replaceChildren(place)
  const Page = createRemixStub([{ path: '/', Component: Card }])
  flushSync(() => createRoot(place).render(<Page />))
  return {
    answers: () => written.flatMap(({ answers = [] }) => answers),
    snoozes: () => written.flatMap(({ snoozes = [] }) => snoozes),
    text: () => place.textContent ?? '',
    /** Of the medicine by itself where it is named, else of the whole card. */
    async tap(name: string, of?: string) {
      const within = of ? rowOf(place, of) : place
      const button = [...within.querySelectorAll('button')].find(
        (one) => one.textContent === name && !one.closest('.swap-away'),
      )
      if (!button) throw new Error(`no button ${name} in: ${within.textContent}`)
      flushSync(() => button.click())
      await vi.advanceTimersByTimeAsync(1)
    },
    wait: (ms: number) => vi.advanceTimersByTimeAsync(ms),
  }
}

function rowOf(place: HTMLElement, name: string): HTMLElement {
  const rows = [...place.querySelectorAll<HTMLElement>('[role=group], details details')]
  const row = rows.find((one) => one.firstElementChild?.textContent?.startsWith(name))
  if (!row) throw new Error(`${name} has no answers of its own`)
  return row
}

test('each medicine has every answer of its own', async () => {
  for (const [name, kind] of [
    ['먹었어요', 'taken'],
    ['안 먹을래요', 'declined'],
    ['기억이 안 나요', 'unknown'],
    ['아까 먹었어요', 'taken'],
  ]) {
    const card = draw(both, nine)
    await card.tap(name as string, '혈압약')
    expect(card.answers()).toMatchObject([{ doseKey: morning.pressure, kind }])
  }
})

test('나중에 of one puts off that one alone, of what is left the group', async () => {
  const one = draw(both, nine)
  await one.tap('나중에', '당뇨약')
  expect(one.snoozes()).toMatchObject([{ courseId: sugar.id, untilWall: wall(nine) + laterMin }])
  expect(one.text()).toContain('오전 9시 30분까지 미뤄 두었어요.')
  const half = mergeFacts(both, { answers: [answer(morning.pressure, 'taken', nine)] })
  const rest = draw(half, nine)
  await rest.tap('나중에')
  expect(rest.snoozes()).toEqual([expect.not.objectContaining({ courseId: sugar.id })])
  const all = draw(both, nine)
  await all.tap('나중에')
  expect(all.snoozes()).toEqual([expect.not.objectContaining({ courseId: expect.anything() })])
})

test('of a group that is half answered, what was answered is corrected by itself', async () => {
  const half = mergeFacts(both, { answers: [answer(morning.pressure, 'taken', nine)] })
  const card = draw(half, nine)
  await card.tap('안 먹었어요', '혈압약')
  expect(card.answers()).toMatchObject([{ doseKey: morning.pressure, kind: 'declined' }])
})

test('correcting the time of one does not turn another that was declined into taken', async () => {
  const mixed = mergeFacts(both, {
    answers: [answer(morning.pressure, 'taken', nine), answer(morning.sugar, 'declined', nine)],
  })
  const card = draw(mixed, nine)
  await card.tap('이때 먹었어요', '혈압약')
  expect(card.answers()).toMatchObject([
    { doseKey: morning.pressure, takenWall: wall('2027-03-01 08:00') },
  ])
  expect(card.answers()).toHaveLength(1)
})

test('what was said of all alike is corrected for all, or for one', async () => {
  const same = mergeFacts(both, {
    answers: Object.values(morning).map((key) => answer(key, 'taken', nine)),
  })
  const all = draw(same, nine)
  await all.tap('이때 먹었어요')
  expect(all.answers()).toHaveLength(2)
  const one = draw(same, nine)
  await one.tap('안 먹었어요', '당뇨약')
  expect(one.answers()).toMatchObject([{ doseKey: morning.sugar, kind: 'declined' }])
})

test('the room that an answered card keeps is that of what was asked: nothing of a 나중에 that nobody said', async () => {
  const card = draw(both, nine)
  await card.tap('모두 먹었어요')
  expect(card.text()).toContain('오전 9시에 드셨어요.')
  expect(card.text()).not.toContain('미뤄')
})

test('an answer taken back of what is not due any more says that, not that it rests', () => {
  const moved = having({
    courses: [pressure],
    courseVersions: [version(pressure, { slots: slotsOf('evening') })],
    answers: [answer(morning.pressure, 'cleared', nine)],
  })
  const text = draw(moved, nine).text()
  expect(text).toContain('답을 지웠어요.')
  expect(text).not.toContain('쉬는 중')
})

test('one that rests is not asked for', () => {
  const resting = mergeFacts(both, {
    pauses: [pause('2027-02-20 09:00', null, { courseId: sugar.id })],
  })
  expect(draw(resting, nine).text()).toContain('쉬는 중이에요.')
})

test('yesterday’s is asked when, and a finger that trembles answers nothing by it', async () => {
  const next = '2027-03-02 09:00'
  const card = draw(both, next, 'evening')
  await card.tap('모두 먹었어요')
  expect(card.text()).toContain('언제 드셨어요?')
  await card.tap('제때 먹었어요')
  expect(card.answers()).toEqual([])
  await card.wait(700)
  await card.tap('제때 먹었어요')
  expect(card.answers().map(({ takenWall }) => takenWall)).toEqual([
    wall('2027-03-01 18:30'),
    wall('2027-03-01 18:30'),
  ])
})

test('whoever did not mean it goes back, and yesterday still asks', async () => {
  const card = draw(both, '2027-03-02 09:00', 'evening')
  await card.tap('모두 먹었어요')
  await card.tap('돌아가기')
  expect(card.text()).not.toContain('언제 드셨어요?')
  expect(card.text()).toContain('모두 먹었어요')
})
