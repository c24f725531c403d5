import { CompiledQuery } from 'kysely'
import type { Db } from 'pg-boss'
import type { Database } from '../database/database.server'

/**
 * What pg-boss stands on. Its own adapter for Kysely loses the rows of scripts, cannot run them on PGlite,
 * and leaves a connection inside a failed transaction.
 */
export function jobStore(db: Database): Db {
  return {
    executeSql: async (text, values = []) => {
      if (values.length === 0) return { rows: await db.runScript(text) }
      const { rows } = await db.root.executeQuery(CompiledQuery.raw(text, [...values]))
      return { rows }
    },
  }
}
