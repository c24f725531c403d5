import { expect, it } from 'vitest'
import { createPatience } from './patience'

it('waits less for a minute after a silence, and as usual once there was an answer', () => {
  let now = 0
  const patience = createPatience(() => now)
  expect(patience.limitMs()).toBe(3_000)
  patience.wasSilent()
  expect(patience.limitMs()).toBe(800)
  now += 60_000
  expect(patience.limitMs()).toBe(3_000)
  patience.wasSilent()
  patience.answered()
  expect(patience.limitMs()).toBe(3_000)
})
