import type { TestProject } from 'vitest/node'
import { announceMissingServices, findPostgresBin } from './installed-programs'
import { startPostgres } from './postgres'

declare module 'vitest' {
  interface ProvidedContext {
    /** `host:port` of the PostgreSQL of this run; null where none is installed. */
    postgresAddress: string | null
  }
}

/** One PostgreSQL for all test files of the run. */
export default async function setup(project: TestProject) {
  announceMissingServices()
  const postgres = findPostgresBin() ? await startPostgres() : null
  project.provide('postgresAddress', postgres?.address ?? null)
  return () => postgres?.stop()
}
