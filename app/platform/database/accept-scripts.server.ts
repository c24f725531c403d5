import type { PGlite, QueryOptions } from '@electric-sql/pglite'

const severalStatements = /;\s*\S/

/**
 * The same PGlite, except that a text of several statements without parameters runs as a script, as it does
 * on a PostgreSQL connection. pg-boss sends such texts; they stay within Kysely's turn on the connection.
 */
export function acceptScripts(pglite: PGlite): PGlite {
  return new Proxy(pglite, {
    get(target, name) {
      if (name === 'query')
        return async (text: string, parameters?: unknown[], options?: QueryOptions) => {
          if (parameters?.length || !severalStatements.test(text))
            return target.query(text, parameters, options)
          const results = await target.exec(text, options)
          return { rows: results.flatMap((result) => result.rows), fields: [] }
        }
      const value: unknown = Reflect.get(target, name, target)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}
