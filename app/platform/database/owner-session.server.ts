import type { PGlite } from '@electric-sql/pglite'
import type { Client } from 'pg'

/** One connection as the owner, for migrations only. */
export interface OwnerSession {
  /** Several statements without parameters. */
  run(text: string): Promise<void>
  query<Row>(text: string, parameters?: unknown[]): Promise<Row[]>
}

export const pgliteOwner = (pglite: PGlite): OwnerSession => ({
  run: async (text) => {
    await pglite.exec(text)
  },
  query: async <Row>(text: string, parameters?: unknown[]) =>
    (await pglite.query<Row>(text, parameters)).rows,
})

export const postgresOwner = (client: Client): OwnerSession => ({
  run: async (text) => {
    await client.query(text)
  },
  query: async <Row>(text: string, parameters?: unknown[]) =>
    (await client.query(text, parameters)).rows as Row[],
})
