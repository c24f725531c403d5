import type { Instant } from '../schedule/care-date'
import type { Fact, Facts, SlotHour } from '../schedule/facts'
import type { Moment } from '../schedule/moment'
import { isNamedSlot } from '../wording'

/** What adding, changing, pausing and ending a medicine writes. */
const kinds = ['courses', 'courseVersions', 'slotHours', 'packs', 'pauses', 'pauseEnds'] as const
type Written = Pick<Facts, (typeof kinds)[number]>

/** What somebody else wrote at once of one medicine, or of the hours of the day, for the person whose they are. */
export interface Change extends Written {
  /** That of the first of its facts. */
  id: string
  by: string
  at: Instant
  /** Null for the hours of the day. */
  courseId: string | null
  /** What the person said to it; null while they have not seen it. */
  answered: 'known' | 'put_back' | null
}

const listedForMs = 30 * 24 * 60 * 60_000

/** The last 30 days' changes by others, and older ones that were not seen yet; the newest first. */
export function listChanges(facts: Facts, now: Moment): Change[] {
  const changes = new Map<string, Change>()
  const add = <F extends Fact>(
    kind: keyof Written,
    list: readonly F[],
    courseIdOf: (fact: F) => string | null,
  ) => {
    for (const fact of list)
      if (fact.by !== facts.ownerId) addTo(changes, kind, fact, courseIdOf(fact))
  }
  add('courses', facts.courses, ({ id }) => id)
  add('courseVersions', facts.courseVersions, ({ courseId }) => courseId)
  add('slotHours', facts.slotHours, (hour) => courseOfHour(facts, hour))
  add('packs', facts.packs, ({ courseId }) => courseId)
  add('pauses', facts.pauses, ({ courseId }) => courseId)
  add(
    'pauseEnds',
    facts.pauseEnds,
    ({ pauseId }) => facts.pauses.find(({ id }) => id === pauseId)?.courseId ?? null,
  )
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

/**
 * Facts of one act share their writer and the time at which the server took it. What is not about the same medicine
 * stands by itself all the same: so it is told and put back, whatever a client lays into one act.
 */
function addTo(
  changes: Map<string, Change>,
  kind: keyof Written,
  fact: Fact,
  courseId: string | null,
) {
  const { id, by, at } = fact
  const key = `${by} ${at} ${courseId}`
  const empty = { courses: [], courseVersions: [], slotHours: [], packs: [], pauses: [] }
  const known = changes.get(key) ?? {
    id,
    by,
    at,
    courseId,
    answered: null,
    ...empty,
    pauseEnds: [],
  }
  const first = known.id < id ? known.id : id
  changes.set(key, { ...known, id: first, [kind]: [...known[kind], fact] })
}

/** An exact time belongs to the medicine that is taken at it. */
const courseOfHour = ({ courseVersions }: Facts, { slotId }: SlotHour): string | null =>
  isNamedSlot(slotId)
    ? null
    : (courseVersions.find(({ slots }) => slots.some((slot) => slot.slotId === slotId))?.courseId ??
      null)
