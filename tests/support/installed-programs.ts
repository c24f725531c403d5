import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const oldestPostgres = 15

const searchPath = () => (process.env.PATH ?? '').split(delimiter).filter(Boolean)

/** The folder with `postgres` and `initdb` of version 15 or newer, or null. `PG_BIN` names one. */
export function findPostgresBin(): string | null {
  const versions = '/usr/lib/postgresql'
  const installed = existsSync(versions)
    ? readdirSync(versions)
        .sort((a, b) => Number(b) - Number(a))
        .map((version) => join(versions, version, 'bin'))
    : []
  const named = process.env.PG_BIN
  const folders = named ? [named] : [...searchPath(), ...installed]
  return (
    folders.find(
      (folder) => existsSync(join(folder, 'initdb')) && postgresVersion(folder) >= oldestPostgres,
    ) ?? null
  )
}

function postgresVersion(folder: string): number {
  try {
    const said = execFileSync(join(folder, 'postgres'), ['--version'], { encoding: 'utf8' })
    return Number(/(\d+)/.exec(said)?.[1] ?? 0)
  } catch {
    return 0
  }
}

/** The path of `redis-server`, or null. `REDIS_SERVER` names one. */
export function findRedisServer(): string | null {
  const named = process.env.REDIS_SERVER
  const places = named ? [named] : searchPath().map((folder) => join(folder, 'redis-server'))
  return places.find((place) => existsSync(place)) ?? null
}

export interface MissingService {
  name: string
  leftOut: string
  remedy: string
}

/** What this machine lacks, and what the tests leave out for that reason. */
export function listMissingServices(): MissingService[] {
  const missing: MissingService[] = []
  if (!findPostgresBin())
    missing.push({
      name: 'PostgreSQL 15 or newer',
      leftOut:
        'policies, migrations, jobs and journeys on PostgreSQL (they ran on the embedded database)',
      remedy: 'install the postgresql package, or name the folder of its programs in PG_BIN',
    })
  if (!findRedisServer())
    missing.push({
      name: 'Redis',
      leftOut:
        'cache and rate limits with a live, a dead and a frozen Redis, and journeys through two processes',
      remedy: 'install the redis-server package, or name the program in REDIS_SERVER',
    })
  return missing
}

/**
 * Says loudly what is left out.
 * @throws with `CI=true`, where nothing may be left out.
 */
export function announceMissingServices(): void {
  const lines = listMissingServices().map(
    ({ name, leftOut, remedy }) =>
      `  ${name} is missing. Left out: ${leftOut}. To run them: ${remedy}.`,
  )
  if (lines.length === 0) return
  const text = ['', 'NOT EVERYTHING IS TESTED', ...lines, ''].join('\n')
  if (process.env.CI === 'true') throw new Error(text)
  process.stderr.write(`${text}\n`)
}
