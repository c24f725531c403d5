import * as z from 'zod/mini'

/**
 * Facts as a command carries them, by collection (`schedule/facts.ts`). Who did it, when and on which
 * device are left out: that says the command, and the server checks it.
 */
const id = z.uuid()
const epochDay = z.int().check(z.gte(0), z.lte(47_482))
const wallMinute = z.int().check(z.gte(0), z.lte(68_374_080))
export const slotId = z.union([z.enum(['morning', 'noon', 'evening', 'bedtime']), z.uuid()])
const amount = z.int().check(z.gte(1), z.lte(10_000_000))
const days = z.int().check(z.gte(1), z.lte(366))
const offsetMin = z.int().check(z.gte(-840), z.lte(840))
const label = z.string().check(z.trim(), z.minLength(1), z.maxLength(80))
const version = { id, baseId: z.nullable(id), fromOn: epochDay }

const rule = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('daily') }),
  z.object({ kind: z.literal('weekdays'), mask: z.int().check(z.gte(1), z.lte(127)) }),
  z.object({ kind: z.literal('every'), anchor: epochDay, n: days }),
  z.object({ kind: z.literal('cycle'), anchor: epochDay, on: days, off: days }),
])
const slots = z.array(z.object({ slotId, amount })).check(
  z.maxLength(12),
  z.refine((all) => new Set(all.map((slot) => slot.slotId)).size === all.length),
)

const course = z.object({
  id,
  kind: z.enum(['pouch', 'single', 'as_needed']),
  label,
  trackedFrom: wallMinute,
  endsWithPack: z.boolean(),
})
const courseVersion = z.object({
  ...version,
  courseId: id,
  lastOn: z.nullable(epochDay),
  rule,
  slots,
  meal: z.nullable(z.enum(['before', 'with', 'after'])),
  minGapMin: z.nullable(z.int().check(z.gte(1), z.lte(10_080))),
  max24h: z.nullable(z.int().check(z.gte(1), z.lte(48))),
  amount: z._default(z.nullable(amount), null),
  unit: z.string().check(z.trim(), z.minLength(1), z.maxLength(10)),
  label: z._default(z.nullable(label), null),
  instruction: z.nullable(z.string().check(z.trim(), z.minLength(1), z.maxLength(400))),
})
const slotHour = z.object({ ...version, slotId, minute: z.int().check(z.gte(240), z.lte(1679)) })
const zone = z.object({ ...version, name: z.string().check(z.refine(isZone)) })
const pack = z
  .object({
    id,
    courseId: id,
    firstOn: epochDay,
    firstSlot: slotId,
    days: z.nullable(days),
    amount: z.nullable(amount),
  })
  .check(z.refine((given) => (given.days === null) !== (given.amount === null)))
const stockCount = z.object({
  id,
  courseId: id,
  slotId: z.nullable(slotId),
  countedWall: wallMinute,
  left: z.int().check(z.gte(0), z.lte(10_000_000)),
})
const pause = z
  .object({
    id,
    courseId: z.nullable(id),
    fromWall: wallMinute,
    toWall: z.nullable(wallMinute),
    reason: z.enum(['hospital', 'doctor', 'other']),
  })
  .check(z.refine(({ fromWall, toWall }) => toWall === null || toWall > fromWall))
const pauseEnd = z.object({ id, pauseId: id, toWall: wallMinute })
const retraction = z.object({ id, factId: id })
const answer = z
  .object({
    id,
    doseKey: z.string().check(z.regex(/^[0-9a-f-]{36}\|\d{1,5}\|[a-z0-9-]{4,36}$/)),
    kind: z.enum(['taken', 'declined', 'unknown', 'cleared', 'extra']),
    takenWall: z.nullable(wallMinute),
    offsetMin,
    replaces: z.array(id).check(z.maxLength(20)),
    guardPassed: z.boolean(),
  })
  .check(
    z.refine(({ kind, takenWall }) => (takenWall !== null) === ['taken', 'extra'].includes(kind)),
    z.refine(({ kind, replaces }) => kind !== 'extra' || replaces.length === 0),
  )
const intake = z.object({ id, courseId: id, takenWall: wallMinute, offsetMin, amount })
const photo = z.object({ id, courseId: id })
const acknowledgement = z.object({ id, factId: id, putBack: z.boolean() })
const snooze = z.object({
  id,
  groupKey: z.string().check(z.regex(/^\d{1,5}\|[a-z0-9-]{4,36}$/)),
  courseId: z.optional(id),
  untilWall: wallMinute,
})
const clinicVisit = z.object({
  id,
  on: epochDay,
  minute: z.nullable(z.int().check(z.gte(0), z.lte(1439))),
  place: z.nullable(z.string().check(z.trim(), z.minLength(1), z.maxLength(60))),
})

/** What adding, changing, pausing and ending a medicine comes to. */
const changes = {
  courses: listOf(course),
  courseVersions: listOf(courseVersion),
  slotHours: listOf(slotHour),
  packs: listOf(pack),
  pauses: listOf(pause),
  pauseEnds: listOf(pauseEnd),
}
const saysSomething = (facts: Readonly<Record<string, readonly unknown[]>>) =>
  Object.values(facts).some((list) => list.length > 0)

/** What one act writes down: all of it, or nothing. */
export const newFactsSchema = z
  .partial(
    z.object({
      ...changes,
      zones: listOf(zone),
      stockCounts: listOf(stockCount),
      retractions: listOf(retraction),
      answers: listOf(answer),
      intakes: listOf(intake),
      snoozes: listOf(snooze),
      clinicVisits: listOf(clinicVisit),
      photos: listOf(photo),
      acknowledgements: listOf(acknowledgement),
    }),
  )
  .check(z.refine(saysSomething))
export type NewFacts = z.infer<typeof newFactsSchema>

/** Of that, what somebody may write who helps another person: nothing else is taken. */
export const helpedFactsSchema = z.partial(z.strictObject(changes)).check(z.refine(saysSomething))
export type HelpedFacts = z.infer<typeof helpedFactsSchema>

export const healthConsentSchema = z.object({
  given: z.boolean(),
  textVersion: z.string().check(z.regex(/^[a-z0-9-]{1,20}$/)),
})
export type HealthConsent = z.infer<typeof healthConsentSchema>

function listOf<T extends z.ZodMiniType>(fact: T) {
  return z.array(fact).check(z.maxLength(40))
}

function isZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }))
  } catch {
    return false
  }
}
