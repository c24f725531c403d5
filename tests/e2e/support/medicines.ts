import { v5 as uuidv5, v7 as newId } from 'uuid'
import type { BrowserContext } from 'playwright'
import type { Command } from '../../../app/commands/catalog'
import type { NewFacts } from '../../../app/features/medication/facts/fact-schema'
import { monthOf, type EpochDay } from '../../../app/features/medication/schedule/care-date'
import { careDateIn } from '../../../app/features/medication/schedule/wall-time'
import { demoIdOf, demoPeople } from '../../../app/features/trial/demo-people'

/** Names for the ids of these medicines, the same in every test. */
const namespace = 'f3c1b0b2-9a55-4b0e-8f61-0d0a6a3c7c11'
export const idOf = (name: string) => uuidv5(name, namespace)

export const pouch = idOf('pouch')
export const pressure = idOf('pressure')
export const headache = idOf('headache')

export const keyOf = (course: string, day: EpochDay, slot: string) => `${course}|${day}|${slot}`
/** Where a medicine of the demo senior stands. */
export const courseOf = (name: string) =>
  `/medication/courses/${demoIdOf(demoPeople[0]?.id ?? '', name)}`
/** The care date, which begins at four in the morning. */
export const todayInSeoul = (): EpochDay => careDateIn('Asia/Seoul', Date.now())

const shipped = { typeV: 1, seq: 1 } as const

/** Does as an outbox would, in the name of whoever's cookies these are. */
export async function send(context: BrowserContext, url: string, commands: readonly Command[]) {
  const answer = await context.request.post('/outbox', {
    headers: { Origin: url },
    data: {
      v: 1,
      deviceId: newId(),
      build: 'test',
      commands: commands.map(({ type, payload }) => ({
        ...shipped,
        id: newId(),
        person: null,
        type,
        payload,
        occurredAt: new Date().toISOString(),
      })),
    },
  })
  if (!answer.ok()) throw new Error(`the outbox answered ${answer.status()}`)
  const { results } = (await answer.json()) as { results: { status: string; reason?: string }[] }
  const wrong = results.filter(({ status }) => status !== 'accepted')
  if (wrong.length > 0) throw new Error(`not accepted: ${JSON.stringify(wrong)}`)
}

export const consent: Command = {
  type: 'answer_health_consent',
  payload: { given: true, textVersion: '2026-11' },
}
export const facts = (payload: NewFacts): Command => ({ type: 'record_facts', payload })

/**
 * Pouches for morning and evening, every 30 days anew since `days` days ago, a single medicine in the morning and
 * one for headaches; answered until yesterday, apart from a few.
 */
export function medicinesSince(days: number, today = todayInSeoul()): Command[] {
  const begun = today - days
  const course = (id: string, kind: 'pouch' | 'single' | 'as_needed', label: string) => ({
    id,
    kind,
    label,
    trackedFrom: begun * 1440,
    endsWithPack: false,
  })
  const version = (courseId: string, unit: string, slots: ('morning' | 'evening')[]) => ({
    id: idOf(`version of ${courseId}`),
    courseId,
    baseId: null,
    fromOn: begun,
    lastOn: null,
    rule: { kind: 'daily' as const },
    slots: slots.map((slotId) => ({ slotId, amount: 1000 })),
    meal: 'after' as const,
    minGapMin: courseId === headache ? 240 : null,
    max24h: courseId === headache ? 4 : null,
    amount: null,
    unit,
    label: null,
    instruction: courseId === pressure ? '아침 식사 뒤 30분에 한 알' : null,
  })
  /** A new one whenever the last is used up. */
  const packs = (courseId: string, everyDays: number, amount: number | null) =>
    Array.from({ length: Math.ceil(days / everyDays) }, (_, at) => ({
      id: idOf(`pack ${at} of ${courseId}`),
      courseId,
      firstOn: begun + at * everyDays,
      firstSlot: 'morning' as const,
      days: amount === null ? everyDays : null,
      amount,
    }))
  const answers = Array.from({ length: days }, (_, at) => begun + at).flatMap((day) =>
    [
      answer(pouch, day, 'morning', 485),
      answer(pressure, day, 'morning', 486),
      answer(pouch, day, 'evening', 1115),
    ].filter((_, index) => (day - begun) % 6 !== 5 || index !== 2),
  )
  return [
    consent,
    facts({
      courses: [
        course(pouch, 'pouch', '당뇨약 봉지'),
        course(pressure, 'single', '혈압약'),
        course(headache, 'as_needed', '두통약'),
      ],
      courseVersions: [
        version(pouch, '포', ['morning', 'evening']),
        version(pressure, '알', ['morning']),
        version(headache, '알', []),
      ],
    }),
    ...chunks([...packs(pouch, 30, null), ...packs(pressure, 60, 60_000)], 40).map((part) =>
      facts({ packs: part }),
    ),
    ...chunks(answers, 40).map((part) => facts({ answers: part })),
    facts({
      intakes: [3, 8].map((ago) => ({
        id: newId(),
        courseId: headache,
        takenWall: (today - ago) * 1440 + 900,
        offsetMin: 540,
        amount: 1000,
      })),
    }),
  ]
}

/** So many medicines of every morning, noon and evening that nothing was said of. */
export function unanswered(count: number, since: EpochDay): NewFacts {
  const ids = Array.from({ length: count }, (_, at) => idOf(`unanswered ${at}`))
  const slots = (['morning', 'noon', 'evening'] as const).map((slotId) => ({
    slotId,
    amount: 1000,
  }))
  const given = { kind: 'single' as const, trackedFrom: since * 1440, endsWithPack: false }
  const rule = { kind: 'daily' as const }
  const limits = { meal: null, minGapMin: null, max24h: null, amount: null }
  const words = { unit: '알', label: null, instruction: null }
  return {
    courses: ids.map((id, at) => ({ id, label: `${at + 1}번째 약`, ...given })),
    courseVersions: ids.map((courseId) => ({
      ...{
        id: idOf(`version of ${courseId}`),
        courseId,
        baseId: null,
        fromOn: since,
        lastOn: null,
      },
      ...{ rule, slots, ...limits, ...words },
    })),
  }
}

export function answer(
  courseId: string,
  day: EpochDay,
  slot: string,
  minute: number | null,
  more: Partial<NonNullable<NewFacts['answers']>[number]> = {},
) {
  return {
    id: idOf(`answer ${courseId} ${day} ${slot} ${minute ?? 'none'} ${more.kind ?? ''}`),
    doseKey: keyOf(courseId, day, slot),
    kind: minute === null ? ('declined' as const) : ('taken' as const),
    takenWall: minute === null ? null : day * 1440 + minute,
    offsetMin: 540,
    replaces: [],
    guardPassed: false,
    ...more,
  }
}

export const monthPathOf = (day: EpochDay) => `/medication/history/${monthOf(day)}`
export const dayPathOf = (day: EpochDay) =>
  `${monthPathOf(day)}/${new Date(day * 86_400_000).getUTCDate()}`

function chunks<T>(list: readonly T[], size: number): T[][] {
  const parts = Array.from({ length: Math.ceil(list.length / size) })
  return parts.map((_, at) => list.slice(at * size, (at + 1) * size))
}
