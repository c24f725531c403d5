import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wall } from './test-facts'
import { careDateIn, instantOf, wallIn } from './wall-time'

const iso = (text: string, zone: string) => new Date(instantOf(wall(text), zone)).toISOString()

test('a time the wall skips is read with the offset before, one it shows twice means the first', () => {
  expect(iso('2027-03-14 02:30', 'America/New_York')).toBe('2027-03-14T07:30:00.000Z')
  expect(iso('2027-11-07 01:30', 'America/New_York')).toBe('2027-11-07T05:30:00.000Z')
  // Half an hour of summer time, and a day that never was.
  expect(iso('2027-04-04 01:45', 'Australia/Lord_Howe')).toBe('2027-04-03T14:45:00.000Z')
  expect(iso('2011-12-30 12:00', 'Pacific/Apia')).toBe('2011-12-30T22:00:00.000Z')
})

test('an unknown zone is an error, never UTC', () => {
  expect(() => wallIn('Asia/Pyeongtaek', 0)).toThrow(RangeError)
})

test('what a wall shows leads back to an instant that it shows it at', () => {
  const zones = fc.constantFrom('Asia/Seoul', 'Europe/Berlin', 'Asia/Kathmandu', 'Pacific/Apia')
  const instants = fc.integer({ min: 28_000_000, max: 34_000_000 }).map((minute) => minute * 60_000)
  fc.assert(
    fc.property(zones, instants, (zone, instant) => {
      const shown = wallIn(zone, instant)
      const first = instantOf(shown, zone)
      expect(wallIn(zone, first)).toBe(shown)
      expect(first).toBeLessThanOrEqual(instant)
    }),
    { numRuns: 5000 },
  )
})

test('a care date ends at 04:00', () => {
  expect(careDateIn('Asia/Seoul', Date.parse('2027-03-01T18:59:59Z'))).toBe(20_878)
  expect(careDateIn('Asia/Seoul', Date.parse('2027-03-01T19:00:00Z'))).toBe(20_879)
})
