import { CompiledQuery } from 'kysely'
import type { Tx } from '~/platform/database/database.server'
import type { Actor, Cast } from './cast'
import type { TestDatabase } from './databases'

class TakeBack extends Error {}

const insufficientPrivilege = '42501'

/** Runs with the actor's rights and takes everything back. */
export async function asActor<T>(
  base: TestDatabase,
  cast: Cast,
  actor: Actor,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  let answer: { value: T } | undefined
  const workAndTakeBack = async (tx: Tx): Promise<never> => {
    answer = { value: await work(tx) }
    throw new TakeBack()
  }
  const attempt =
    actor === 'service'
      ? base.db.root.transaction().execute(workAndTakeBack)
      : base.db.asViewer(actor === 'anon' ? null : cast.claimsOf(actor), workAndTakeBack)
  await attempt.catch((error: unknown) => {
    if (!(error instanceof TakeBack)) throw error
  })
  if (!answer) throw new Error('unreachable')
  return answer.value
}

/**
 * How many rows the statement found, made or changed; 0 also when the right was missing (42501).
 * @throws for any other error, because a constraint that happens to stand in the way is no policy.
 */
export async function countAffected(
  base: TestDatabase,
  cast: Cast,
  actor: Actor,
  text: string,
  parameters: unknown[] = [],
): Promise<number> {
  try {
    return await asActor(base, cast, actor, async (tx) => {
      const result = await tx.executeQuery(CompiledQuery.raw(text, parameters))
      return /^\s*select\b/i.test(text) ? result.rows.length : Number(result.numAffectedRows ?? 0)
    })
  } catch (error) {
    if ((error as { code?: string }).code === insufficientPrivilege) return 0
    throw error
  }
}
