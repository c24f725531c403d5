import type { Instant } from '../schedule/care-date'
import type { Fact, Facts } from '../schedule/facts'
import type { Moment } from '../schedule/moment'

/** What adding, changing, pausing and ending a medicine writes. */
const kinds = ['courses', 'courseVersions', 'slotHours', 'packs', 'pauses', 'pauseEnds'] as const
type Written = Pick<Facts, (typeof kinds)[number]>

/** What somebody else wrote at once for the person whose medicines these are. */
export interface Change extends Written {
  /** That of the first of its facts. */
  id: string
  by: string
  at: Instant
  /** What the person said to it; null while they have not seen it. */
  answered: 'known' | 'put_back' | null
}

const listedForMs = 30 * 24 * 60 * 60_000

/** The last 30 days' changes by others, and older ones that were not seen yet; the newest first. */
export function listChanges(facts: Facts, now: Moment): Change[] {
  const changes = new Map<string, Change>()
  for (const kind of kinds)
    for (const fact of facts[kind]) if (fact.by !== facts.ownerId) add(changes, kind, fact)
  const answers = new Map<string, Change['answered']>()
  for (const { factId, putBack } of facts.acknowledgements)
    if (answers.get(factId) !== 'put_back') answers.set(factId, putBack ? 'put_back' : 'known')
  return [...changes.values()]
    .map((change) => ({ ...change, answered: answers.get(change.id) ?? null }))
    .filter(({ answered, at }) => answered === null || at > now.instant - listedForMs)
    .sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1))
}

/** Ids of those others who wrote such facts. */
export const writersBesides = (facts: Facts): string[] => [
  ...new Set(
    kinds
      .flatMap((kind): readonly Fact[] => facts[kind])
      .flatMap(({ by }) => (by === facts.ownerId ? [] : [by])),
  ),
]

/** Facts of one act share their writer and the time at which the server took it. */
function add(changes: Map<string, Change>, kind: keyof Written, fact: Fact) {
  const key = `${fact.by} ${fact.at}`
  const empty = { courses: [], courseVersions: [], slotHours: [], packs: [], pauses: [] }
  const { id, by, at } = fact
  const known = changes.get(key) ?? { id, by, at, answered: null, ...empty, pauseEnds: [] }
  const first = known.id < id ? known.id : id
  changes.set(key, { ...known, id: first, [kind]: [...known[kind], fact] })
}
