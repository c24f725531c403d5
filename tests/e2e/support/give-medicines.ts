import type { BrowserContext } from 'playwright'
import { v7 as uuidv7 } from 'uuid'
import {
  careDateBegins,
  minutesPerDay,
  wallMinute,
} from '../../../app/features/medication/schedule/care-date'
import { doseKey } from '../../../app/features/medication/schedule/keys'
import { momentOf } from '../../../app/features/medication/schedule/moment'

export interface GivenMedicines {
  courseId: string
  slotId: string
  /** The dose that is due now. */
  doseKey: string
}

interface Given {
  /** By how many minutes the dose of today is past its time; below zero it is yet to come. */
  minutesAgo?: number
  label?: string
  /** Asked for since yesterday: the dose of that day still waits for its answer. */
  sinceYesterday?: boolean
  /** How many more are taken with it. */
  others?: number
}

/**
 * Writes medicines down, one if not told more, for whoever uses this browser, as their phone would: every day at an exact time
 * that is due now. A visitor becomes somebody with an account by it.
 */
export async function giveMedicines(
  context: BrowserContext,
  url: string,
  { minutesAgo = 5, label = '혈압약', sinceYesterday = false, others = 0 }: Given = {},
): Promise<GivenMedicines> {
  const now = momentOf({ zones: [] }, Date.now())
  const asked = now.wall - wallMinute(now.day, 0) - minutesAgo
  const minute = Math.min(careDateBegins + minutesPerDay - 1, Math.max(careDateBegins, asked))
  const [courseId, slotId] = [uuidv7(), uuidv7()]
  const first = now.day - 3
  const given = [
    { id: courseId, label },
    ...Array.from({ length: others }, (_, at) => ({ id: uuidv7(), label: `${at + 2}번째 약` })),
  ]
  const facts = {
    courses: given.map((one) => ({
      ...one,
      kind: 'single',
      trackedFrom: wallMinute(now.day - (sinceYesterday ? 1 : 0), careDateBegins),
      endsWithPack: false,
    })),
    courseVersions: given.map(({ id }) => ({
      id: uuidv7(),
      courseId: id,
      baseId: null,
      fromOn: first,
      lastOn: null,
      rule: { kind: 'daily' },
      slots: [{ slotId, amount: 1000 }],
      meal: null,
      minGapMin: null,
      max24h: null,
      unit: '알',
      instruction: null,
    })),
    slotHours: [{ id: uuidv7(), slotId, baseId: null, fromOn: first, minute }],
  }
  const command = (seq: number, type: string, payload: unknown) => ({
    id: uuidv7(),
    seq,
    person: null,
    type,
    typeV: 1,
    occurredAt: new Date().toISOString(),
    payload,
  })
  const answer = await context.request.post(`${url}/outbox`, {
    headers: { Origin: url },
    data: {
      v: 1,
      deviceId: uuidv7(),
      build: 'test',
      commands: [
        command(1, 'answer_health_consent', { given: true, textVersion: '2026-11' }),
        command(2, 'record_facts', facts),
      ],
    },
  })
  const { results } = (await answer.json()) as { results: { status: string }[] }
  if (results.some(({ status }) => status !== 'accepted'))
    throw new Error(`the server did not take the medicines: ${JSON.stringify(results)}`)
  return { courseId, slotId, doseKey: doseKey(courseId, now.day, slotId) }
}
