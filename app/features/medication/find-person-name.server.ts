import type { Tx } from '~/platform/database/database.server'

/** How the person is called, for what is shown to doctors and helpers; null while they have not said. */
export async function findPersonName(tx: Tx, personId: string): Promise<string | null> {
  const person = await tx
    .selectFrom('gyeote.people')
    .select('display_name')
    .where('id', '=', personId)
    .executeTakeFirst()
  return person?.display_name ?? null
}
