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

const fresh = (): Batch => ({ ...batch, silences: createSilences() })

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

const silent: PushAnswer = { came: 'broken', status: null, mayHaveArrived: true }

it('a silent push service holds up those behind it once, and is left alone then', async () => {
  const { parts, asked } = services({ silent: { afterMs: 300, answer: silent } })
  const began = performance.now()
  const held = [...heldAt('silent', 160), ...heldAt('well', 40)]
  const results = await pushHeld(parts, fresh(), held, began + 60_000)
  // Ten rounds of 300 ms if each of them were waited for.
  expect(performance.now() - began).toBeLessThan(1_200)
  // All that are under way at once, and those that begin before the eighth is given up.
  expect(asked.filter((host) => host === 'silent').length).toBeLessThanOrEqual(16 + 7)
  const of = (host: string) => results.filter(({ device }) => device.startsWith(host))
  expect(of('well').map(({ state }) => state)).toEqual(Array<string>(40).fill('sent'))
  expect(of('silent').map(({ state }) => state)).toEqual(Array<string>(160).fill('again'))
  for (const { at, againAt } of of('silent')) expect((againAt ?? 0) - at).toBe(30_000)
})

it.each<[string, PushAnswer, { counts: boolean; state: string; waitSeconds: number | null }]>([
  ['taken', { came: 'taken', status: 201 }, { counts: true, state: 'sent', waitSeconds: null }],
  [
    '429',
    { came: 'later', status: 429, seconds: 1 },
    { counts: false, state: 'again', waitSeconds: 120 },
  ],
  [
    '429 for longer',
    { came: 'later', status: 429, seconds: 600 },
    { counts: false, state: 'again', waitSeconds: 600 },
  ],
  [
    '503',
    { came: 'broken', status: 503, mayHaveArrived: false },
    { counts: false, state: 'again', waitSeconds: 120 },
  ],
  [
    'no connection',
    { came: 'broken', status: null, mayHaveArrived: false },
    { counts: false, state: 'again', waitSeconds: 120 },
  ],
  ['silence', silent, { counts: false, state: 'again', waitSeconds: 120 }],
  ['403', { came: 'refused', status: 403 }, { counts: false, state: 'failed', waitSeconds: null }],
])('the third try: %s', async (_name, answer, { counts, state, waitSeconds }) => {
  const { parts } = services({ one: { afterMs: 0, answer } })
  const [result] = await pushHeld(parts, fresh(), heldAt('one', 1, 3), performance.now() + 60_000)
  expect(result).toMatchObject({ counts, state, begun: true })
  const waitMs = result?.againAt ? result.againAt - result.at : null
  expect(waitMs).toBe(waitSeconds === null ? null : waitSeconds * 1_000)
})

it('of a push that may have arrived the day counts the first try, and there are six', async () => {
  const { parts } = services({ one: { afterMs: 0, answer: silent } })
  const tried = async (tries: number) =>
    (await pushHeld(parts, fresh(), heldAt('one', 1, tries), performance.now() + 60_000))[0]
  expect(await tried(1)).toMatchObject({ counts: true, state: 'again' })
  expect(await tried(5)).toMatchObject({ counts: false, state: 'again' })
  expect(await tried(6)).toMatchObject({ counts: false, state: 'failed', againAt: null })
})

it('what is not begun is no try, and the day does not count it', async () => {
  const { parts, asked } = services({})
  const stopping = { ...fresh(), isStopping: () => true }
  const [result] = await pushHeld(parts, stopping, heldAt('one', 1), performance.now() + 60_000)
  expect(result).toMatchObject({ begun: false, counts: false, state: 'again' })
  expect(asked).toEqual([])
})
