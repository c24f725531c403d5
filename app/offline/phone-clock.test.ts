import { expect, it } from 'vitest'
import { correctedNow, learnTime } from './phone-clock'
import { createTestDisk } from './test-phone'

const minute = 60_000
const noon = Date.parse('2026-11-24T03:00:00Z')

it('trusts a clock that is a little off, and corrects one that is clearly wrong', () => {
  const at = (skewMs: number) => correctedNow(noon, { skewMs, contactAt: 0 }).getTime()
  expect(at(4 * minute)).toBe(noon)
  expect(at(-4 * minute)).toBe(noon)
  expect(at(6 * minute)).toBe(noon + 6 * minute)
  expect(at(-26 * 60 * minute)).toBe(noon - 26 * 60 * minute)
})

it('never goes back behind the last contact, as after an empty battery', () => {
  const born = Date.parse('2015-01-01T00:00:00Z')
  const learned = { skewMs: 0, contactAt: noon }
  expect(correctedNow(born, learned).getTime()).toBe(noon - 5 * minute)
})

it('learns from the middle of an exchange, and nothing from nonsense', () => {
  expect(learnTime('2026-11-24T03:00:00Z', noon - 1000, noon + 1000)).toEqual({
    skewMs: 0,
    contactAt: noon,
  })
  expect(learnTime('Tue, 24 Nov 2026 03:00:00 GMT', noon, noon)?.skewMs).toBe(0)
  expect(learnTime('soon', noon, noon)).toBeNull()
  expect(learnTime(null, noon, noon)).toBeNull()
})

it('is still known after a restart', async () => {
  const disk = createTestDisk()
  const wrong = () => noon - 24 * 60 * minute
  await disk.open({ now: wrong }).learnTime('2026-11-24T03:00:00Z', wrong(), wrong())
  const phone = disk.open({ now: wrong })
  await phone.currentPerson()
  expect(phone.now().getTime()).toBe(noon)
})
