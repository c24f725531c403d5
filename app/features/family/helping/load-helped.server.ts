import { v7 as uuidv7 } from 'uuid'
import { listFacts } from '~/features/medication/facts/list-facts.server'
import { epochDay, type Instant } from '~/features/medication/schedule/care-date'
import type { Facts } from '~/features/medication/schedule/facts'
import { usualZone } from '~/features/medication/schedule/moment'
import { dateIn } from '~/platform/clock'
import type { RequestContext } from '~/platform/context.server'
import type { Tx } from '~/platform/database/database.server'
import { requireViewer } from '~/platform/session/require-viewer.server'
import { findVersion } from '../find-version.server'
import { noteLooks } from '../presence/note-looks.server'
import { findHelp } from './find-help.server'
import { instantInWords } from './help-words'

interface OfLink {
  linkId: string
  /** As the senior called themselves; null while they have not. */
  name: string | null
  version: string
}

/** What every page starts from on which a relative changes a senior's medicines. */
export type HelpedPage =
  | (OfLink & { state: 'waits'; from: string })
  | (OfLink & { state: 'no_consent' })
  | (OfLink & OpenBook & { state: 'open'; commandId: string })

/** The facts that forms need: those of the schedule, and the answers of two days. */
interface OpenBook {
  facts: Facts
  now: Instant
}

/** @returns null where `findHelp` does, and in a session that is not sure of itself */
export async function loadHelped(
  context: RequestContext,
  linkId: string,
): Promise<HelpedPage | null> {
  const { personId } = requireViewer(context)
  const now = context.clock.now().getTime()
  const page = await context.asViewer(async (tx): Promise<HelpedPage | null> => {
    const version = await findVersion(tx)
    const help = await findHelp(tx, personId, linkId)
    if (!help) return null
    const link = { linkId, name: help.name, version }
    switch (help.state) {
      case 'waits':
        return { ...link, state: 'waits', from: instantInWords(help.from.getTime(), now) }
      case 'no_consent':
        return { ...link, state: 'no_consent' }
      case 'open': {
        const facts = await listHelpedFacts(tx, help.seniorId, now)
        return { ...link, state: 'open', facts, now, commandId: uuidv7() }
      }
    }
  })
  if (page?.state === 'open') noteLooks(context, [linkId])
  return page
}

/** Without the ids of the senior's devices, which are of no use here. */
export async function listHelpedFacts(tx: Tx, seniorId: string, now: Instant): Promise<Facts> {
  const today = epochDay(dateIn(usualZone, new Date(now)))
  const facts = await listFacts(tx, seniorId, { from: today - 2, to: today + 2 })
  return withoutDevices(facts)
}

function withoutDevices({ ownerId, ...lists }: Facts): Facts {
  const blank = Object.entries(lists).map(([kind, list]) => [
    kind,
    list.map((fact) => ({ ...fact, deviceId: '' })),
  ])
  return { ownerId, ...(Object.fromEntries(blank) as Omit<Facts, 'ownerId'>) }
}
