import { startPostgres, createDatabase } from '../../support/postgres'
import { startRedis } from '../../support/redis'
import { row, type Row } from '../row'
import { median, percentile } from '../statistics'
import { generateLoad, type Ask } from './generate-load'
import { beginFamily, beginPeople, cardDeed, listCardIds, outboxAsk, takenDeed } from './people'
import { serve, type BenchServer } from './serve'

const rounds = 5
const roundMs = 1_000
const peopleCount = 40
/** What a phone that was away for some days has waiting. */
const replayed = 20

/** Requests per use case at 10 and 50 connections, in rounds between rounds of a bare route. */
export async function measureServer(): Promise<Row[]> {
  const embedded = await serve()
  const rows = await measureOn(embedded, 'embedded', 3).finally(() => embedded.stop())
  return [...rows, ...(await measureOnServices())]
}

async function measureOnServices(): Promise<Row[]> {
  const [postgres, redis] = await Promise.all([startPostgres(), startRedis()])
  const database = await createDatabase(postgres.address)
  try {
    const server = await serve({
      DATABASE_URL: database.appUrl,
      MIGRATION_DATABASE_URL: database.ownerUrl,
      REDIS_URL: redis.url,
    })
    return await measureOn(server, 'PostgreSQL + Redis', 2).finally(() => server.stop())
  } finally {
    await Promise.all([postgres.stop(), redis.stop()])
  }
}

interface UseCase {
  name: string
  reads: boolean
  next(connection: number): Ask
}

async function measureOn(server: BenchServer, parts: string, readGoal: number): Promise<Row[]> {
  const rows: Row[] = []
  const cases = await useCases(server)
  for (const connections of [10, 50]) {
    for (const useCase of cases) {
      const { app, bare } = await inRounds(server, connections, useCase)
      const name = `${parts}, ${connections} connections: ${useCase.name}`
      const ratio = median(
        app.map((one, i) => percentile(one, 0.95) / percentile(bare[i] ?? [], 0.95)),
      )
      const goal = useCase.reads && connections === 10 ? readGoal : null
      rows.push(row('server', `${name}, p95 to bare`, ratio, '×', goal))
      for (const p of [50, 95, 99])
        rows.push(row('server', `${name}, p${p}`, percentile(app.flat(), p / 100), 'ms'))
      const perSecond = (app.flat().length * 1000) / (rounds * roundMs)
      rows.push(row('server', `${name}, answers`, perSecond, '/s'))
    }
  }
  return rows
}

/** The app and the bare route in turn, so that both meet the same noise. */
async function inRounds(server: BenchServer, connections: number, useCase: UseCase) {
  const app: number[][] = []
  const bare: number[][] = []
  await generateLoad(server.url, connections, roundMs / 2, useCase.next)
  await generateLoad(server.bareUrl, connections, roundMs / 2, () => bareAsk)
  for (let round = 0; round < rounds; round++) {
    bare.push((await generateLoad(server.bareUrl, connections, roundMs, () => bareAsk)).latencies)
    app.push((await generateLoad(server.url, connections, roundMs, useCase.next)).latencies)
  }
  return { app, bare }
}

const bareAsk: Ask = {
  path: '/',
  accept: (status, body) => status === 200 && body.includes('hello'),
}

async function useCases(server: BenchServer): Promise<UseCase[]> {
  const cards = await listCardIds(server.url)
  const people = await beginPeople(server.url, cards, peopleCount)
  const family = await beginFamily(server.url, peopleCount)
  let asked = 0
  const anyone = () => people[asked++ % people.length] ?? { id: null, headers: {} }
  const page = (path: string, words: string) => (): Ask => ({
    path,
    headers: anyone().headers,
    accept: (status, body) => status === 200 && body.includes(words),
  })
  return [
    { name: '오늘', reads: true, next: page('/', '물어볼 곳') },
    { name: '약', reads: true, next: page('/medication', '당뇨약 봉지') },
    { name: 'a card', reads: true, next: page(`/learn/${cards[1]}`, '해 보기') },
    {
      // Every ten seconds from each open page of a family.
      name: 'a look for news of the family',
      reads: false,
      next: () => ({
        path: '/family/version',
        headers: family[asked++ % family.length] ?? {},
        accept: (status, body) => status === 200 && /^\{"version":"[0-9a-f]{32}"\}$/.test(body),
      }),
    },
    {
      name: 'completing a card',
      reads: false,
      next: () => outboxAsk(anyone(), [cardDeed(cards, Math.floor(asked / people.length))]),
    },
    { name: '먹었어요', reads: false, next: () => outboxAsk(anyone(), [takenDeed()]) },
    {
      name: `outbox replay of ${replayed}`,
      reads: false,
      next: () =>
        outboxAsk(
          anyone(),
          Array.from({ length: replayed }, (_, n) => cardDeed(cards, n)),
        ),
    },
  ]
}
