import { execFileSync } from 'node:child_process'
import { createECDH, randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { epochDay } from '~/features/medication/schedule/care-date'
import { ended, endChild, waitUntil } from '../../support/child-process'
import type { DatabaseUrls } from '../../support/postgres'
import { spawnReminderWorker, type ReminderWorker } from '../../support/spawn-reminder-worker'
import { connectAsSuperuser } from '../database/fill-database'
import { row, type Row } from '../row'
import { fillReminded } from './fill-reminded'
import { sizes } from './sizes'
import type { PushSink } from './start-push-sink'

const eight = new Date('2026-11-25T08:00:00+09:00')
const together = 32
const most = 200
const lanes = 3
/** USER_HZ of every Linux there is. */
const msPerTick = 10
const slowMs = 500

/** All at 08:00, by two processes, one of which is killed when half of them are reminded. */
export async function measureMorning(urls: DatabaseUrls, sink: PushSink): Promise<Row[]> {
  const curve = createECDH('prime256v1')
  curve.setPrivateKey(randomBytes(32))
  const [privateKey, publicKey] = [
    curve.getPrivateKey('base64url').padStart(43, 'A'),
    curve.getPublicKey('base64url'),
  ]
  const before = measureLibrary(sink.host, privateKey, publicKey)
  await sink.take()
  const owner = await connectAsSuperuser(urls)
  const today = epochDay('2026-11-24')
  await fillReminded(owner, sizes.dueAtEight, {
    host: sink.host,
    today,
    minute: 480,
    nextAt: eight,
  })

  const start = () =>
    spawnReminderWorker({
      url: urls.appUrl,
      vapidKey: privateKey,
      pushHost: sink.host,
      now: eight.getTime(),
      most,
      leaseMs: 15_000,
      pushMs: 10_000,
      everyMs: 250,
      together,
    })
  const began = Date.now()
  const workers = await Promise.all([start(), start()])
  // What it costs to begin is not what a push costs.
  let cpuMs = -workers.reduce((sum, worker) => sum + cpuOf(worker), 0)
  await waitUntil(
    async () => (await sink.count()).phones >= sizes.dueAtEight / 2,
    'half of the pushes',
    3_600_000,
  )
  // Answers take a while until one is killed: with none under way, that nothing was repeated would say nothing.
  await sink.slowBy(slowMs)
  await waitUntil(async () => (await sink.count()).open >= together, 'pushes under way', 60_000)
  const [victim] = workers.splice(0, 1)
  if (!victim) throw new Error('there was no process to kill')
  cpuMs += cpuOf(victim)
  victim.process.kill('SIGKILL')
  await ended(victim.process)
  await sink.slowBy(0)
  const next = await start()
  cpuMs -= cpuOf(next)
  workers.push(next)
  await waitUntil(
    async () => {
      const { rows } = await owner.query<{ left: number }>(
        `select count(*)::int as left from gyeote.reminder_plans
         where claim is not null or next_at <= $1`,
        [eight],
      )
      return rows[0]?.left === 0
    },
    'everybody to be reminded',
    3_600_000,
  )
  const memory = Math.max(...workers.map(memoryOf))
  for (const worker of workers) {
    cpuMs += cpuOf(worker)
    await endChild(worker.process, 'SIGTERM')
  }
  const { pushes, phones, firstAt } = await sink.take()
  const after = measureLibrary(sink.host, privateKey, publicKey)
  await owner.end()
  const last = firstAt.reduce((latest, at) => Math.max(latest, at), began)
  if (pushes === phones) throw new Error('no push was under way when the process was killed')
  const raw = (before + after) / 2
  const presigned = measureLibrary(sink.host, privateKey, publicKey, 'once')
  const perCore = pushes / (cpuMs / 1_000)
  await sink.take()
  return [
    row('reminders', 'until the last of them was reminded', (last - began) / 1_000, 's'),
    row('reminders', 'pushes, of all processes', pushes / ((last - began) / 1_000), '/s'),
    row('reminders', 'pushes per second of a core', perCore, '/s'),
    row('reminders', 'the library alone, per second of a core', raw, '/s'),
    row('reminders', 'the library alone to reminders', raw / perCore, '×', 1.25),
    row('reminders', 'the same, signing once as ours does', presigned / perCore, '×'),
    row('reminders', 'memory of a process, most', memory, 'MB'),
    row('reminders', 'lost when one process was killed', sizes.dueAtEight - phones, '', 0),
    row('reminders', 'repeated when one was killed', pushes - phones, '', most * lanes),
  ]
}

/** Pushes a second of a core. */
function measureLibrary(host: string, ...keys: string[]): number {
  const answer = execFileSync(
    process.execPath,
    [
      '--import',
      'tsx',
      'tests/bench/reminders/raw-library.ts',
      host,
      String(sizes.raw),
      String(together),
      ...keys,
    ],
    { encoding: 'utf8' },
  )
  return sizes.raw / ((JSON.parse(answer) as { cpuMs: number }).cpuMs / 1_000)
}

/** What a process has used of the processors, itself and the system for it (proc(5)). */
function cpuOf({ process: { pid } }: ReminderWorker): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) * msPerTick
}

function memoryOf({ process: { pid } }: ReminderWorker): number {
  const found = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
  return Number(found?.[1] ?? NaN) / 1_024
}
