// @vitest-environment jsdom
import { createRemixStub } from '@remix-run/testing'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { expect, test } from 'vitest'
import { WhenNothingComes } from './when-nothing-comes'

function draw(silentFirst: boolean): HTMLElement {
  const Page = createRemixStub([
    { path: '/', Component: () => <WhenNothingComes silentFirst={silentFirst} /> },
  ])
  const place = document.createElement('div')
  document.body.replaceChildren(place)
  flushSync(() => createRoot(place).render(<Page />))
  return place
}
const summaries = (place: HTMLElement) =>
  [...place.querySelectorAll('summary')].map(({ textContent }) => textContent)

test('what keeps reminders away is named as the phones name it, saving of battery first', () => {
  const place = draw(false)
  expect(summaries(place)).toEqual([
    expect.stringContaining('삼성 휴대폰'),
    expect.stringContaining('다른 휴대폰'),
    expect.stringContaining('소리가 안 났어요'),
    expect.stringContaining('인터넷이 끊겼어요'),
  ])
  for (const setting of [
    '백그라운드 앱 사용 제한',
    '절전 상태 앱',
    '배터리 절약',
    '제한 없음',
    '무음',
    '방해 금지',
  ])
    expect(place.textContent).toContain(setting)
  expect(place.querySelector('a')?.getAttribute('href')).toBe('/medication/calendar')
})

test('to whom a test came without a sound, sound comes first', () => {
  expect(summaries(draw(true))[0]).toContain('소리가 안 났어요')
})
