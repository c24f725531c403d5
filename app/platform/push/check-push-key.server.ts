import { sql } from 'kysely'
import type { Database } from '../database/database.server'
import { EnvError } from '../env.server'
import type { Push } from './push.server'

/**
 * Several processes meet in the database: one with another push key than the rest would lose reminders without a word,
 * and make phones subscribe anew at each start. The embedded database has one process, whose key may change.
 * @throws {EnvError} saying how to mend it
 */
export async function checkPushKey(
  { root, engine }: Pick<Database, 'root' | 'engine'>,
  { publicKey }: Pick<Push, 'publicKey'>,
): Promise<void> {
  if (engine === 'pglite') return
  const { rows } = await sql<{ same: boolean }>`
    select gyeote.is_push_key(${publicKey}) as same`.execute(root)
  if (rows[0]?.same) return
  throw new EnvError(
    [
      'This process has another push key than those before it on this database: it would remind nobody.',
      '  Give every process the same VAPID_PRIVATE_KEY, or the vapid-keys.json of the first one.',
      '  To begin with a new key, stop all of them and run: delete from gyeote.push_keys',
    ].join('\n'),
  )
}
