import { sql, type Kysely, type Transaction } from 'kysely'
import type { Tables } from './tables'

export type Tx = Transaction<Tables>

/** Whose rights a transaction has: what the access token said, and nothing more. */
export interface Claims {
  sub: string
  is_anonymous?: boolean
  session_id?: string
  phone?: string
}

export interface QueryTiming {
  query: string
  durationMs: number
}

/** A connection to either engine. Outside `asViewer` it has the rights of role `app`: none on the tables. */
export interface Database {
  readonly engine: 'pglite' | 'postgres'
  /** For definer functions granted to `app`, and for jobs. Never use it inside a transaction: PGlite waits for ever. */
  readonly root: Kysely<Tables>
  /**
   * Several statements without parameters as role `app`, alone on a connection, and rolled back when one
   * of them fails: the job queue opens and closes transactions inside of them. Returns the rows of all.
   */
  runScript(text: string): Promise<Record<string, unknown>[]>
  /** One transaction with the viewer's rights; without claims it may read what everyone may. */
  asViewer<T>(claims: Claims | null, work: (tx: Tx) => Promise<T>): Promise<T>
  /** One transaction of the local accounts endpoint, which alone may touch schema `auth`. */
  asAuthServer<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  ping(): Promise<void>
  close(): Promise<void>
}

/** The engine-independent half: roles and claims are set for one transaction only. */
export function databaseFrom(
  engine: Database['engine'],
  root: Kysely<Tables>,
  runScript: Database['runScript'],
  close: () => Promise<void>,
): Database {
  const inRole = <T>(role: string, claims: Claims | null, work: (tx: Tx) => Promise<T>) =>
    root.transaction().execute(async (tx) => {
      await sql`select set_config('role', ${role}, true),
                       set_config('request.jwt.claims', ${claims ? JSON.stringify(claims) : ''}, true)`.execute(
        tx,
      )
      return work(tx)
    })
  return {
    engine,
    root,
    runScript,
    asViewer: (claims, work) => inRole(claims ? 'authenticated' : 'anon', claims, work),
    asAuthServer: (work) => inRole('auth_server', null, work),
    ping: async () => {
      await sql`select 1`.execute(root)
    },
    close,
  }
}
