import { expect, it } from 'vitest'
import { systemClock } from '~/platform/clock'
import type { Push, PushAnswer } from '~/platform/push/push.server'
import type { PlannedPush } from '../planning/plan-reminders'
import type { Batch, ReminderParts } from './batch.server'
import { pushHeld } from './push-held.server'
import { createSilences } from './silences'

const secret = Buffer.alloc(32, 1)
const batch: Batch = {
  most: 200,
  leaseMs: 60_000,
  pushMs: 1_000,
  together: 16,
  tokens: { topics: secret, receipts: secret, origin: 'https://gyeote.example' },
  silences: createSilences(),
  agreeOnTime: () => Promise.resolve(systemClock),
  isStopping: () => false,
}

/** `count` pushes to phones of one push service. */
const heldAt = (host: string, count: number, tries = 1) =>
  Array.from({ length: count }, (_, n) => ({
    personId: `person ${n}`,
    sendId: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
    tries,
    push: {
      occasion: { about: { kind: 'card' }, key: '20879|card', title: '', body: '', plainBody: '' },
      phone: { id: `${host} ${n}`, endpoint: `https://${host}/${n}`, p256dh: '', auth: '' },
      expiresAt: Date.now() + 45 * 60_000,
    } as PlannedPush,
  }))

/** Push services of which each answers after a while what is given for its host. */
function services(answers: Record<string, { afterMs: number; answer: PushAnswer }>) {
  const asked: string[] = []
  const send: Push['send'] = ({ endpoint }) => {
    const { host } = new URL(endpoint)
    asked.push(host)
    const { afterMs = 0, answer = { came: 'taken', status: 201 } } = answers[host] ?? {}
    return new Promise((done) => setTimeout(() => done(answer), afterMs))
  }
  const parts = { push: { send }, clock: systemClock } as ReminderParts
  return { parts, asked }
}

const silent: PushAnswer = { came: 'broken', status: null }

it('a silent push service holds up those behind it once, and is left alone then', async () => {
  const { parts, asked } = services({ silent: { afterMs: 300, answer: silent } })
  const began = performance.now()
  const held = [...heldAt('silent', 160), ...heldAt('well', 40)]
  const results = await pushHeld(parts, batch, held, began + 60_000)
  // Ten rounds of 300 ms if each of them were waited for.
  expect(performance.now() - began).toBeLessThan(1_200)
  // All that are under way at once, and those that begin before the eighth is given up.
  expect(asked.filter((host) => host === 'silent').length).toBeLessThanOrEqual(16 + 7)
  const of = (host: string) => results.filter(({ device }) => device.startsWith(host))
  expect(of('well').map(({ state }) => state)).toEqual(Array<string>(40).fill('sent'))
  expect(of('silent').map(({ state }) => state)).toEqual(Array<string>(160).fill('again'))
  for (const { at, againAt } of of('silent')) expect((againAt ?? 0) - at).toBe(30_000)
})
