// @vitest-environment jsdom
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { HeldReminders } from './held-reminders'

const until = '2026-12-06T16:00:00.000Z'

test('a phone that may not ring yet is told from when it can be switched on, and what to do until then', () => {
  const words = renderToStaticMarkup(<HeldReminders until={until} isAllowed={false} />)
  expect(words).toContain('12월 7일부터 켤 수 있어요.')
  expect(words).toContain('이 휴대폰에는 약 알림이 안 와요.')
  expect(words).toContain('휴대폰 시계에 알람을 맞춰 두세요.')
  expect(words).not.toContain('button')
})

test('where notifications are allowed already they come by themselves', () => {
  const words = renderToStaticMarkup(<HeldReminders until={until} isAllowed />)
  expect(words).toContain('12월 7일부터 알림이 와요.')
  expect(words).not.toContain('다시 열어')
})
