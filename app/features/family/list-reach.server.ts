import type { Reach } from '~/features/medication/schedule/facts'
import type { Tx } from '~/platform/database/database.server'

/** When the senior's phones last spoke to the server, as far as the viewer may know. */
export async function listReach(tx: Tx, seniorId: string): Promise<Reach[]> {
  const rows = await tx
    .selectFrom('gyeote.device_reach')
    .select(['reached_at', 'emptied_at'])
    .where('person_id', '=', seniorId)
    .execute()
  const reach = (at: Date | string, outboxEmpty: boolean): Reach => {
    const receivedAt = new Date(at).getTime()
    return { id: '', by: seniorId, deviceId: '', at: receivedAt, receivedAt, outboxEmpty }
  }
  return rows.flatMap(({ reached_at, emptied_at }) => [
    reach(reached_at, false),
    ...(emptied_at ? [reach(emptied_at, true)] : []),
  ])
}
