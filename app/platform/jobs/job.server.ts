import type * as z from 'zod'
import type { Parts } from '../context.server'

/** One line of the catalog: `run` is a few lines that call a use case, and may run twice. */
export interface JobDefinition<Data> {
  /** Kept for ever: jobs that wait in the database are found by it. */
  name: string
  /** Cron with five fields, in Korean time; left out for jobs that something else starts. */
  schedule?: string
  /** Shape of the data; a scheduled job is handed `{}`. */
  schema: z.ZodType<Data>
  /** How often a failed run is tried again, a minute later at first and ever more slowly. */
  retries: number
  run(parts: Parts, data: Data): Promise<void>
}

export interface Job {
  readonly name: string
  readonly schedule?: string
  readonly retries: number
  /** @throws when the data do not fit the schema. */
  run(parts: Parts, data: unknown): Promise<void>
}

/** A job whose data are checked before it runs. */
export function defineJob<Data>(definition: JobDefinition<Data>): Job {
  const { name, schedule, schema, retries, run } = definition
  return {
    name,
    schedule,
    retries,
    run: async (parts, data) => run(parts, schema.parse(data ?? {})),
  }
}
