import { expect, it } from 'vitest'
import type { ReminderParts } from './batch.server'
import { agreeOnTime } from './agree-on-time.server'

/** A process whose clock shows `here`, beside a database whose clock shows `there`. */
function process(here: string, there: string) {
  const at = { here: new Date(here), there: new Date(there) }
  const logged: unknown[] = []
  const log = { error: (error: unknown) => logged.push(error), record: () => undefined }
  const parts = { clock: { now: () => at.here }, log } as unknown as ReminderParts
  const agree = agreeOnTime(parts, () => Promise.resolve(at.there))
  const now = async () => (await agree()).now().toISOString()
  return { at, logged, now }
}

it('is the process’s own while it is within a minute of the database’s', async () => {
  const { now, logged } = process('2026-11-25T08:00:59Z', '2026-11-25T08:00:00Z')
  expect(await now()).toBe('2026-11-25T08:00:59.000Z')
  expect(logged).toEqual([])
})

it.each(['2026-11-30T12:00:00Z', '2026-11-25T07:00:00Z'])(
  'is the database’s for a process at %s, which is said once',
  async (here) => {
    const { now, at, logged } = process(here, '2026-11-25T08:00:00Z')
    expect(await now()).toBe('2026-11-25T08:00:00.000Z')
    expect(await now()).toBe('2026-11-25T08:00:00.000Z')
    expect(logged).toHaveLength(1)
    at.here = at.there
    expect(await now()).toBe('2026-11-25T08:00:00.000Z')
    at.here = new Date(here)
    await now()
    expect(logged).toHaveLength(2)
  },
)

it('goes on from there as the process’s clock does', async () => {
  const { at } = process('', '')
  const clock = { now: () => at.here }
  at.here = new Date('2026-11-30T12:00:00Z')
  const parts = { clock, log: { error: () => undefined } } as unknown as ReminderParts
  const agreed = await agreeOnTime(parts, () => Promise.resolve(new Date('2026-11-25T08:00:00Z')))()
  at.here = new Date('2026-11-30T12:00:07Z')
  expect(agreed.now()).toEqual(new Date('2026-11-25T08:00:07Z'))
})
