import { expect, it } from 'vitest'
import { createSilences, leftAloneMs } from './silences'

const windows = (n: number) => `https://wns2.notify.windows.com/w/?token=${n}`
const google = 'https://fcm.googleapis.com/wp/a'

function fallenSilent() {
  const silences = createSilences()
  for (let n = 0; n < 8; n++) {
    expect(silences.mayTry(windows(n), 0)).toBe(true)
    silences.note(windows(n), false, 10_000)
  }
  return silences
}

it('leaves a push service alone that was silent eight times in a row, and no other', () => {
  const silences = fallenSilent()
  expect(silences.mayTry(windows(8), 10_001)).toBe(false)
  expect(silences.mayTry(google, 10_001)).toBe(true)
})

it('lets one push in half a minute find out, and all once that is answered', () => {
  const silences = fallenSilent()
  const after = 10_000 + leftAloneMs
  expect([1, 2, 3].map((n) => silences.mayTry(windows(n), after))).toEqual([true, false, false])
  silences.note(windows(1), false, after + 10_000)
  expect(silences.mayTry(windows(2), after + leftAloneMs)).toBe(false)
  const later = after + 10_000 + leftAloneMs
  expect(silences.mayTry(windows(2), later)).toBe(true)
  silences.note(windows(2), true, later + 50)
  expect([1, 2, 3].map((n) => silences.mayTry(windows(n), later + 51))).toEqual([true, true, true])
})

it('thinks nothing of single phones whose pushes are not answered', () => {
  const silences = createSilences()
  for (let n = 0; n < 50; n++) {
    silences.note(windows(n), false, n)
    if (n % 7 === 6) silences.note(windows(n), true, n)
  }
  expect(silences.mayTry(windows(0), 51)).toBe(true)
})

it('has the others wait as long as the silence has lasted, five minutes at most', () => {
  const silences = fallenSilent()
  const waits = [10_000, 30_000, 100_000, 1_000_000].map((after) =>
    silences.waitMs(windows(9), 10_000 + after),
  )
  expect(waits).toEqual([30_000, 30_000, 100_000, 300_000])
  silences.note(windows(9), true, 2_000_000)
  expect(silences.waitMs(windows(9), 2_000_001)).toBe(30_000)
})
