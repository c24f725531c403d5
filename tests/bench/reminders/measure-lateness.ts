import { careDateIn, wallIn } from '~/features/medication/schedule/wall-time'
import { instantOf } from '~/features/medication/schedule/wall-time'
import { waitUntil } from '../../support/child-process'
import { certificatePath } from '../../support/push-server'
import type { DatabaseUrls } from '../../support/postgres'
import { connectAsSuperuser } from '../database/fill-database'
import { row, type Row } from '../row'
import { generateLoad } from '../server/generate-load'
import { serve } from '../server/serve'
import { beginPeople, listCardIds } from '../server/people'
import { percentile } from '../statistics'
import { fillReminded } from './fill-reminded'
import { silentName } from './phones'
import { sizes } from './sizes'
import type { PushSink } from './start-push-sink'

const zone = 'Asia/Seoul'
const connections = 10
/** People are made, and the server started, before the minute begins. */
const headStartMs = 20_000
const loadMs = 20_000

/** Of a hundred phones so many have a push service that takes a push and never answers. */
const silentOfHundred = 2

/** Due at one minute: the one process that reminds is the one that answers pages, and it is busy. */
export async function measureLateness(urls: DatabaseUrls, sink: PushSink): Promise<Row[]> {
  const owner = await connectAsSuperuser(urls)
  const server = await serve({
    DATABASE_URL: urls.appUrl,
    MIGRATION_DATABASE_URL: urls.ownerUrl,
    PUSH_TEST_HOSTS: sink.host,
    NODE_EXTRA_CA_CERTS: certificatePath,
  })
  try {
    const people = await beginPeople(server.url, await listCardIds(server.url), connections)
    const wall = wallIn(zone, Date.now() + headStartMs + sizes.late * 4) + 1
    const dueAt = instantOf(wall, zone)
    const today = careDateIn(zone, dueAt)
    const due = { host: sink.host, today, minute: wall - today * 1_440, nextAt: new Date(dueAt) }
    const silent = Math.ceil((sizes.late * silentOfHundred) / 100)
    await fillReminded(owner, silent, { ...due, name: silentName })
    await fillReminded(owner, sizes.late - silent, due)
    await waitUntil(() => Date.now() > dueAt - 2_000, 'the minute to come', 600_000)
    let isOver = false
    const load = (async () => {
      const latencies: number[] = []
      while (!isOver)
        latencies.push(
          ...(
            await generateLoad(server.url, connections, loadMs / 10, (connection) => ({
              path: '/',
              headers: people[connection]?.headers ?? {},
              accept: (status, body) => status === 200 && body.includes('물어볼 곳'),
            }))
          ).latencies,
        )
      return latencies
    })()
    await waitUntil(
      async () => (await sink.count()).phones >= sizes.late - silent,
      'all of them to be reminded',
      900_000,
    )
    isOver = true
    const latencies = await load
    const late = (await sink.take()).firstAt.map((at) => (at - dueAt) / 1_000)
    return [
      row(
        'reminders',
        `late, ${sizes.late} due at one minute beside 오늘 of people with medicines, p50`,
        percentile(late, 0.5),
        's',
      ),
      row('reminders', 'the same, p99', percentile(late, 0.99), 's', 60),
      row('reminders', 'pages meanwhile, p95', percentile(latencies, 0.95), 'ms'),
    ]
  } finally {
    await server.stop()
    await owner.end()
  }
}
