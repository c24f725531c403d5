import { execFile, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { chown, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { migrate } from '~/platform/database/migrate.server'
import { postgresOwner } from '~/platform/database/owner-session.server'
import { endChild, waitUntil } from './child-process'
import { findPostgresBin } from './installed-programs'
import { findFreePort } from './free-port'

const template = 'gyeote_template'

/** Addresses of one database: as its owner, who may migrate but is no superuser, and as role `app`. */
export interface DatabaseUrls {
  ownerUrl: string
  appUrl: string
}

export interface TestPostgres {
  /** `host:port`, all another process needs for `createDatabase`. */
  readonly address: string
  stop(): Promise<void>
}

/** A PostgreSQL of one's own with a migrated template in it, for `createDatabase`. */
export async function startPostgres(): Promise<TestPostgres> {
  const cluster = await startCluster()
  try {
    const superuser = urlOf('superuser', cluster.address, 'postgres')
    await runAt(superuser, 'create role gyeote_owner login createrole createdb')
    await makeTemplate(cluster.address)
    return cluster
  } catch (error) {
    await cluster.stop()
    throw error
  }
}

/**
 * A PostgreSQL with nobody in it but `superuser`, on a free loopback port, without fsync. Run by root it
 * becomes user `postgres` (or `nobody`), because PostgreSQL refuses root.
 */
export async function startCluster(): Promise<TestPostgres> {
  const bin = findPostgresBin()
  if (!bin) throw new Error('PostgreSQL was not found: see announceMissingServices')
  const port = await findFreePort()
  const dir = await mkdtemp(join(tmpdir(), 'svc-postgres-'))
  const user = process.getuid?.() === 0 ? findPlainUser() : undefined
  if (user) await chown(dir, user.uid, user.gid)
  const data = join(dir, 'data')
  const options = ['-U', 'superuser', '--auth=trust', '--encoding=UTF8', '--locale=C.UTF-8', '-N']
  await promisify(execFile)(join(bin, 'initdb'), ['-D', data, ...options], { ...user, cwd: dir })
  const settings = [
    'fsync=off',
    'full_page_writes=off',
    'synchronous_commit=off',
    'unix_socket_directories=',
  ]
  const child = spawn(
    join(bin, 'postgres'),
    ['-D', data, '-h', '127.0.0.1', '-p', String(port), ...settings.flatMap((one) => ['-c', one])],
    { ...user, cwd: dir, stdio: 'ignore' },
  )
  const address = `127.0.0.1:${port}`
  const stop = async () => {
    await endChild(child, 'SIGINT')
    await rm(dir, { recursive: true, force: true })
  }
  try {
    const superuser = urlOf('superuser', address, 'postgres')
    await waitUntil(
      () =>
        runAt(superuser, 'select 1').then(
          () => true,
          () => false,
        ),
      'PostgreSQL',
    )
    return { address, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** A fresh copy of the migrated template, or an empty database; at most 100 ms. */
export async function createDatabase(
  address: string,
  options: { empty?: boolean } = {},
): Promise<DatabaseUrls & { drop(): Promise<void> }> {
  const name = `test_${randomBytes(6).toString('hex')}`
  const copy = options.empty ? '' : ` template ${template}`
  const manager = urlOf('gyeote_owner', address, 'postgres')
  await runAt(manager, `create database ${name}${copy}`)
  return {
    ownerUrl: urlOf('gyeote_owner', address, name),
    appUrl: urlOf('app', address, name),
    // Only a superuser may turn an autovacuum worker out.
    drop: () =>
      runAt(urlOf('superuser', address, 'postgres'), `drop database ${name} with (force)`),
  }
}

async function makeTemplate(address: string) {
  await runAt(urlOf('gyeote_owner', address, 'postgres'), `create database ${template}`)
  const client = new pg.Client({ connectionString: urlOf('gyeote_owner', address, template) })
  await client.connect()
  try {
    await migrate(postgresOwner(client), process.cwd())
  } finally {
    await client.end()
  }
}

/** Nobody needs a password here. */
export const urlOf = (user: string, address: string, database: string) =>
  `postgres://${user}@${address}/${database}`

/** Runs statements without parameters over a connection of their own. */
export async function runAt(url: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query(text)
  } finally {
    await client.end()
  }
}

function findPlainUser(): { uid: number; gid: number } {
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n')
  for (const name of ['postgres', 'nobody']) {
    const fields = lines.find((line) => line.startsWith(`${name}:`))?.split(':')
    if (fields) return { uid: Number(fields[2]), gid: Number(fields[3]) }
  }
  throw new Error('PostgreSQL does not run as root, and there is no user "postgres" or "nobody"')
}
