import { Redis } from 'ioredis'
import { Agent } from 'node:http'
import { waitUntil } from '../../support/child-process'
import type { TestRedis } from '../../support/redis'
import { row, type Row } from '../row'
import { send } from '../server/generate-load'
import { beginPeople, cardDeed, listCardIds, outboxAsk } from '../server/people'
import type { BenchServer } from '../server/serve'
import { median, percentile } from '../statistics'

const turns = 50
const people = 10
/** A turn counts against a limit, forgets what was cached, tells the others, looks again, and keeps it. */
const commandsOfTurn = 5

/**
 * What a deed and the page after it cost while Redis is well, frozen, thawed, dead and back. The deed makes
 * what is cached of its person out of date, so the page cannot come out of the memory of the process.
 */
export async function measureRedisMoods(server: BenchServer, redis: TestRedis): Promise<Row[]> {
  const takeTurn = await openTurns(server.url)
  const measure = async (mood: string): Promise<Row[]> => {
    const deeds: number[] = []
    const pages: number[] = []
    for (let i = 0; i < turns; i++) {
      const { deed, page } = await takeTurn()
      deeds.push(deed)
      pages.push(page)
    }
    return [...figures(`a deed ${mood}`, deeds), ...figures(`the page after it ${mood}`, pages)]
  }
  const measureHeard = async (mood: string): Promise<Row[]> => {
    const commands = countCommands(redis.url)
    await waitUntil(
      async () => (await commands.during(takeTurn)) >= commandsOfTurn,
      `Redis ${mood}`,
    )
    let rows: Row[] = []
    const asked = await commands.during(async () => void (rows = await measure(mood)))
    commands.close()
    return [...rows, row('outbox', `commands to Redis in such a turn ${mood}`, asked / turns, '')]
  }

  await measure('to warm up')
  const well = await measureHeard('with Redis')
  redis.pause()
  const frozen = await measure('while Redis is frozen')
  redis.resume()
  const thawed = await measureHeard('when Redis has thawed')
  await redis.kill()
  const dead = await measure('while Redis is dead')
  await redis.restart()
  const back = await measureHeard('when Redis is back')
  return [...well, ...frozen, ...thawed, ...dead, ...back]
}

type Turn = () => Promise<{ deed: number; page: number }>

/** People finish cards and look at 오늘, one after another; times in ms. */
async function openTurns(url: string): Promise<Turn> {
  const cards = await listCardIds(url)
  const crowd = await beginPeople(url, cards, people)
  const agent = new Agent({ keepAlive: true })
  let turn = 0
  return async () => {
    const person = crowd[turn % people] ?? { id: null, headers: {} }
    const ask = outboxAsk(person, [cardDeed(cards, Math.floor(turn++ / people))])
    const began = performance.now()
    const answer = await send(agent, url, ask)
    const done = performance.now()
    const page = await send(agent, url, { path: '/', headers: person.headers })
    const shown = performance.now()
    if (!ask.accept(answer.status, answer.body) || !page.body.includes('함께한 날'))
      throw new Error(`a turn went wrong: ${answer.status} ${answer.body}, ${page.status}`)
    return { deed: done - began, page: shown - done }
  }
}

/** How many commands Redis was given meanwhile, so that no turn is measured that passed it by. */
function countCommands(url: string) {
  const observer = new Redis(url)
  const processed = async () => {
    const stats = await observer.info('stats')
    return Number(/total_commands_processed:(\d+)/.exec(stats)?.[1])
  }
  return {
    async during(work: () => Promise<unknown>) {
      const before = await processed()
      await work()
      // Its own question is among them.
      return (await processed()) - before - 1
    },
    close: () => observer.disconnect(),
  }
}

const figures = (name: string, times: number[]): Row[] => [
  row('outbox', `${name}, median`, median(times), 'ms'),
  row('outbox', `${name}, p95`, percentile(times, 0.95), 'ms'),
  row('outbox', `${name}, slowest of ${times.length}`, Math.max(...times), 'ms'),
]
