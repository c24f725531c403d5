import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { databaseFrom, type Database } from '~/platform/database/database.server'
import { parseTypes } from '~/platform/database/open-postgres.server'
import type { Tables } from '~/platform/database/tables'

interface PlanNode {
  'Node Type': string
  'Relation Name'?: string
  'Index Cond'?: string
  Plans?: PlanNode[]
}

/** A statement that reads all of a big table. */
export interface WholeRead {
  table: string
  statement: string
}

const bigFrom = 10_000

/**
 * The database as role `app` has it, in which PostgreSQL itself explains every statement it runs: those of
 * the use cases, of the functions they call, of policies, triggers and foreign keys, as executed.
 */
export async function watchPlans(superuser: pg.Client, appUrl: string) {
  for (const setting of [
    `session_preload_libraries = 'auto_explain'`,
    'auto_explain.log_min_duration = 0',
    'auto_explain.log_nested_statements = on',
    'auto_explain.log_format = json',
    'auto_explain.log_level = notice',
  ])
    await superuser.query(`alter role app set ${setting}`)
  const { rows } = await superuser.query<{ name: string }>(
    `select relname as name from pg_class where relkind = 'r' and reltuples >= ${bigFrom}`,
  )
  const big = new Set(rows.map(({ name }) => name))
  const seen: { statements: number; whole: WholeRead[] } = { statements: 0, whole: [] }
  const pool = new pg.Pool({ connectionString: appUrl, max: 1, types: parseTypes })
  pool.on('error', () => undefined)
  pool.on('connect', (client) => {
    client.on('notice', ({ message = '' }) => {
      const begins = message.indexOf('{')
      if (!message.startsWith('duration:') || begins < 0) return
      const explained = JSON.parse(message.slice(begins)) as {
        'Query Text': string
        Plan: PlanNode
      }
      seen.statements++
      for (const table of wholeReads(explained.Plan, big))
        seen.whole.push({ table, statement: explained['Query Text'].replace(/\s+/g, ' ').trim() })
    })
  })
  const root = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  const noScripts = () => Promise.reject(new Error('no use case runs a script'))
  const db: Database = databaseFrom('postgres', root, noScripts, () => root.destroy())
  return {
    db,
    /** What was explained since it was last asked. */
    take() {
      const { statements, whole } = seen
      seen.statements = 0
      seen.whole = []
      return { statements, whole }
    },
  }
}

/** Big tables read from end to end: one after the other, or all along an index without a condition. */
function wholeReads(node: PlanNode, big: ReadonlySet<string>): string[] {
  const below = (node.Plans ?? []).flatMap((one) => wholeReads(one, big))
  const table = node['Relation Name'] ?? ''
  const type = node['Node Type']
  const isWhole =
    type === 'Seq Scan' || (/^Index (Only )?Scan$/.test(type) && node['Index Cond'] === undefined)
  return isWhole && big.has(table) ? [table, ...below] : below
}
