import { randomUUID } from 'node:crypto'
import type { Client } from 'pg'
import {
  claimDue,
  finishPeople,
  readReminded,
} from '~/features/reminders/sending/reminder-work.server'
import { readReminders, type ReadsReminders } from '~/features/reminders/read-reminders.server'
import { openPostgres } from '~/platform/database/open-postgres.server'
import type { DatabaseUrls } from '../../support/postgres'
import { connectAsSuperuser } from '../database/fill-database'
import { watchPlans } from '../database/watch-plans'
import { row, type Row } from '../row'
import { median } from '../statistics'
import { fillReminded } from './fill-reminded'
import { sizes } from './sizes'

const now = new Date('2026-11-25T08:00:00+09:00')
const due = 50
const rounds = 60
const callsWatched = 8

/** Fifty who are due, among few and among many who are not. */
export async function measureFinding(urls: DatabaseUrls): Promise<Row[]> {
  const owner = await connectAsSuperuser(urls)
  const nextAt = now
  await fillReminded(owner, due, { host: 'localhost:1', today: 20_000, minute: 480, nextAt })
  await addOthers(owner, sizes.few)
  const few = await timeTwice(urls, owner)
  await addOthers(owner, sizes.many - sizes.few)
  const many = await timeTwice(urls, owner)
  const whole = await countWholeReads(urls, owner)
  await owner.end()
  const ratio = many / few
  return [
    row('reminders', `finding ${due} who are due among ${sizes.few} who are not`, few, 'ms'),
    row('reminders', `the same among ${sizes.many}`, many, 'ms'),
    row('reminders', 'the second to the first', ratio, '×', 1.5),
    row('reminders', 'reading and finding among them, sequential scans', whole, '', 0),
  ]
}

/** People whose next dose is hours away, with a phone and what was sent to it. */
async function addOthers(owner: Client, count: number) {
  await owner.query(`
    create temporary table others as
      select gen_random_uuid() as id, gen_random_uuid() as session_id, gen_random_uuid() as device_id
      from generate_series(1, ${count});
    insert into gyeote.people (id) select id from others;
    insert into gyeote.devices (session_id, person_id, label) select session_id, id, '크롬' from others;
    insert into gyeote.push_devices
      (id, person_id, session_id, endpoint, endpoint_hash, p256dh, auth, subscribed_at)
      select device_id, id, session_id, 'https://localhost/' || device_id,
        sha256(device_id::text::bytea), repeat('p', 87), repeat('a', 22), now() from others;
    insert into gyeote.reminder_settings
      (person_id, doses, repeats, every_minutes, names_medicines, changed_at)
      select id, true, 2, 10, false, now() from others;
    insert into gyeote.reminder_plans (person_id, next_at, test_at, planned_at)
      select id, timestamptz '2026-11-25 13:00+09' + random() * interval '9 hours',
        timestamptz '2026-11-20 13:00+09', timestamptz '2026-11-25 07:00+09' + random() * interval '1 hour'
      from others;
    insert into gyeote.reminder_sends (person_id, device_id, about, step, due_at, state)
      select id, device_id, '20781|dose|' || slot, 0, timestamptz '2026-11-24 08:00+09', 'sent'
      from others, unnest(array['morning', 'noon']) as slot;
    drop table others;`)
  await owner.query('vacuum (analyze)')
}

/** The quicker of two runs, whichever is measured: the other one may have had less of the machine. */
const timeTwice = async (urls: DatabaseUrls, owner: Client) =>
  Math.min(await timeFinding(urls, owner), await timeFinding(urls, owner))

async function timeFinding({ appUrl }: DatabaseUrls, owner: Client): Promise<number> {
  const db = await openPostgres({ url: appUrl, projectDir: process.cwd() })
  try {
    const times: number[] = []
    for (let round = 0; round < rounds; round++) {
      const claim = { token: randomUUID(), leaseMs: 60_000 }
      const at = now.getTime()
      const began = performance.now()
      const people = await claimDue(db, claim, at, 200)
      const reminded = await readReminded(db, people, at)
      times.push(performance.now() - began)
      if (reminded.length !== due) throw new Error(`${reminded.length} were found of ${due}`)
      const plans = people.map((personId) => ({ personId, tooLate: [], nextAt: at }))
      await finishPeople(db, claim, [], plans, at)
      // As autovacuum does while nobody waits for it.
      if (round % 10 === 9) await owner.query('vacuum gyeote.reminder_plans')
    }
    return median(times.slice(10))
  } finally {
    await db.close()
  }
}

/** Every plan of what runs, as PostgreSQL chose it: the page's read among millions, and a process's. */
async function countWholeReads({ appUrl }: DatabaseUrls, owner: Client): Promise<number> {
  const { rows } = await owner.query<{ person_id: string; session_id: string }>(
    'select person_id, session_id from gyeote.push_devices order by random() limit 1',
  )
  const { person_id: personId, session_id: sessionId } = rows[0] ?? {}
  if (!personId || !sessionId) throw new Error('there is nobody to read for')
  const watched = await watchPlans(owner, appUrl)
  const { db } = watched
  const context = {
    clock: { now: () => now },
    session: { viewer: { personId } },
    asViewer: (work) => db.asViewer({ sub: personId, session_id: sessionId }, work),
  } as ReadsReminders
  try {
    const found = new Set<string>()
    for (let call = 0; call < callsWatched; call++) {
      const claim = { token: randomUUID(), leaseMs: 60_000 }
      const at = now.getTime()
      const people = await claimDue(db, claim, at, 200)
      await readReminded(db, people, at)
      await finishPeople(
        db,
        claim,
        [],
        people.map((id) => ({ personId: id, tooLate: [], nextAt: at })),
        at,
      )
      if ((await readReminders(context)).devices.length !== 1) throw new Error('no phone was read')
      for (const { table, statement } of watched.take().whole) found.add(`${table}: ${statement}`)
    }
    for (const one of found) process.stderr.write(`reminders read all of ${one}\n`)
    return found.size
  } finally {
    await db.close()
  }
}
