import { createOutbox } from '~/offline/outbox/outbox'
import { createTestDisk, deed, waitingCards } from '~/offline/test-phone'
import { startRedis } from '../../support/redis'
import { row, type Row } from '../row'
import { listCardIds } from '../server/people'
import { serve, type BenchServer } from '../server/serve'
import { openBrowserFetch } from './browser-fetch'
import { measureRedisMoods } from './measure-redis-moods'

const waiting = 1_000

/** A full outbox sent by the phone's own code, and what a request costs while Redis is not itself. */
export async function measureOutbox(): Promise<Row[]> {
  const redis = await startRedis()
  const server = await serve({ REDIS_URL: redis.url })
  try {
    return [...(await measureFlush(server)), ...(await measureRedisMoods(server, redis))]
  } finally {
    await server.stop()
    await redis.stop()
  }
}

async function measureFlush(server: BenchServer): Promise<Row[]> {
  const cards = await listCardIds(server.url)
  const well = await flushThousand(server, cards, 0)
  const deaf = await flushThousand(server, cards, 3)
  return [
    row('outbox', `${waiting} waiting commands sent`, well.seconds, 's', 5),
    row('outbox', 'of these lost', waiting - well.distinct, 'commands', 0),
    row('outbox', 'of these applied twice', well.applied - well.distinct, 'commands', 0),
    row('outbox', 'the same, every third answer lost on the way', deaf.seconds, 's'),
    row('outbox', 'answers that were lost', deaf.lostAnswers, 'answers'),
    row('outbox', 'of these lost', waiting - deaf.distinct, 'commands', 0),
    row('outbox', 'of these applied twice', deaf.applied - deaf.distinct, 'commands', 0),
  ]
}

/** Each of the deeds is an answer of its own, so the answers the server has say what arrived, and how often. */
async function flushThousand(server: BenchServer, cards: readonly string[], loseEvery: number) {
  const browser = openBrowserFetch(server.url)
  const phone = createTestDisk().open()
  const offline = createOutbox({
    phone,
    build: 'bench',
    fetch: () => Promise.reject(new TypeError('no network')),
  })
  const deeds = Array.from({ length: waiting }, (_, i) => deed(cards[i % cards.length] ?? ''))
  await Promise.all(deeds.map((one) => offline.add(one)))

  let asked = 0
  let lostAnswers = 0
  const fetcher: typeof fetch = async (input, init) => {
    const answer = await browser.fetch(input, init)
    if (loseEvery === 0 || ++asked % loseEvery !== 0) return answer
    lostAnswers++
    throw new TypeError('the answer was lost')
  }
  const outbox = createOutbox({ phone, build: 'bench', fetch: fetcher })
  const began = performance.now()
  while ((await waitingCards(phone)).length > 0) await outbox.flush()
  const seconds = (performance.now() - began) / 1000

  const { tables } = (await (await browser.fetch('/me/data')).json()) as {
    tables: { applied_commands: unknown[]; quiz_answers: { id: string }[] }
  }
  const distinct = new Set(tables.quiz_answers.map(({ id }) => id)).size
  return { seconds, lostAnswers, distinct, applied: tables.quiz_answers.length }
}
