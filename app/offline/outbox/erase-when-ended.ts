import type { Phone } from '../phone'
import type { Posted } from './post'

/**
 * Erases everything when the server says, in answer to this phone, that somebody ended it from another one. Nothing
 * else does: no network, a hotel's page, a server that is ill, a session that ran out.
 * @returns whether it did; then the server is still to be told that this session may go.
 */
export async function eraseWhenEnded(
  { phone, whenEnded }: { phone: Phone; whenEnded?: () => Promise<unknown> },
  posted: Posted,
): Promise<boolean> {
  if (posted.kind !== 'ended') return false
  const { person, as } = posted.ended
  // Somebody else's phone by now, or the same person has come back meanwhile.
  if ((await phone.facts()).person !== person) return false
  const store = await phone.openStore()
  const lost = (await store.outbox.list()).filter(({ state }) => state !== 'sent').length
  await phone.leaveEnded({ person, as, lost })
  await whenEnded?.().catch(() => undefined)
  return true
}
