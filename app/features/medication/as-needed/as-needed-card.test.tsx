// @vitest-environment jsdom
import { createRemixStub } from '@remix-run/testing'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { expect, test } from 'vitest'
import type { Facts } from '../schedule/facts'
import { mergeFacts } from '../schedule/merge-facts'
import { course, having, intake, now, pause, version } from '../schedule/test-facts'
import { AsNeededCard } from './as-needed-card'

const pain = course({ kind: 'as_needed', label: '두통약' })
const known = having({
  courses: [pain],
  courseVersions: [version(pain, { slots: [], minGapMin: 240, max24h: 2 })],
})

/** The words of the card at ten, and the buttons that lie open on it. */
function draw(facts: Facts) {
  const place = document.createElement('div')
  const at = now('2027-03-01 10:00', facts)
  const Page = createRemixStub([
    {
      path: '/',
      Component: () => <AsNeededCard course={pain} facts={facts} now={at} commandId="" />,
    },
  ])
  flushSync(() => createRoot(place).render(<Page />))
  const open = [...place.querySelectorAll('button')].filter((one) => !one.closest('details'))
  return { text: place.textContent ?? '', open: open.map((button) => button.textContent) }
}

test('is offered, with one tap', () => {
  expect(draw(known).open).toEqual(['먹었어요'])
})

test.each([pain.id, null])('one that rests is not offered, and says so (%s)', (courseId) => {
  const resting = mergeFacts(known, { pauses: [pause('2027-02-28 09:00', null, { courseId })] })
  const { text, open } = draw(resting)
  expect(text).toContain('쉬는 중이에요')
  expect(open).toEqual([])
})

test('says what stands against the next one: the gap, or the most within 24 hours', () => {
  const taken = (...times: string[]) =>
    mergeFacts(known, { intakes: times.map((time) => intake(pain, time)) })
  const early = draw(taken('2027-03-01 08:00'))
  expect(early.text).toContain('오늘 낮 12시까지 기다리세요.')
  expect(early.text).toContain('약에 적힌 간격이 아직 안 지났어요.')
  const most = draw(taken('2027-02-28 20:00', '2027-03-01 05:00'))
  expect(most.text).toContain('오늘 오후 8시까지 기다리세요.')
  expect(most.text).toContain('24시간 동안 드실 수 있는 만큼 다 드셨어요.')
  expect(most.text).not.toContain('간격')
})
