import { sql } from 'kysely'
import type { RequestContext } from '~/platform/context.server'
import type { FamilyToShow } from './family-to-show'

/** The viewer's family; nobody for a visitor, and in a session that is not sure of itself. */
export async function listFamilyToShow(context: RequestContext): Promise<FamilyToShow[]> {
  if (!context.session.viewer) return []
  const { rows } = await context.asViewer((tx) =>
    sql<Omit<FamilyToShow, 'name'> & { name: string | null }>`
      select name, relation, phone, told from gyeote.family_for_alerts()`.execute(tx),
  )
  return rows.map(({ name, ...one }) => ({ name: name ?? '이름 없는 가족', ...one }))
}
