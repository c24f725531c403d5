import pg from 'pg'
import type { DatabaseUrls } from '../../support/postgres'
import { fillLearning } from './fill-learning'
import { fillMedicines } from './fill-medicines'
import { fillPeople } from './fill-people'
import { opened, today } from './medicine-cases'

/** A connection past every policy and trigger of the cluster that `startPostgres` made. */
export async function connectAsSuperuser({ ownerUrl }: DatabaseUrls): Promise<pg.Client> {
  const url = new URL(ownerUrl)
  url.username = 'superuser'
  const client = new pg.Client({ connectionString: url.href })
  // When the server stops after a failure, that failure is what should be read.
  client.on('error', () => undefined)
  await client.connect()
  // Rows are made to fit: checking each foreign key would take longer than all the rest.
  await client.query('set session_replication_role = replica')
  return client
}

/** Makes all rows, and leaves the tables as a night of autovacuum does. @returns their number */
export async function fillDatabase(urls: DatabaseUrls, people: number): Promise<number> {
  const [one, other] = await Promise.all([connectAsSuperuser(urls), connectAsSuperuser(urls)])
  try {
    await fillPeople(one, people)
    await Promise.all([fillLearning(one), fillMedicines(other, { today, opened: opened.from })])
    await one.query(`alter system set autovacuum = off`)
    await one.query(`select pg_reload_conf()`)
    await one.query('vacuum (freeze, analyze)')
    const { rows } = await one.query<{ count: string }>(
      `select sum(reltuples)::bigint as count from pg_class
       where relkind = 'r' and relnamespace in ('gyeote'::regnamespace, 'auth'::regnamespace)`,
    )
    return Number(rows[0]?.count)
  } finally {
    await Promise.all([one.end(), other.end()])
  }
}
