import { v7 as newId } from 'uuid'
import { applyNow } from '~/commands/apply-now.server'
import type { NewFacts } from '~/features/medication/facts/fact-schema'
import { epochDay } from '~/features/medication/schedule/care-date'
import type { Browser } from './accounts-world'

/** 2026-11-24, 10:00 in Seoul. */
export const start = new Date('2026-11-24T01:00:00Z')
export const today = epochDay('2026-11-24')

export const giveConsent = async (from: Browser, given = true) =>
  applyNow(await from.context(), {
    id: newId(),
    type: 'answer_health_consent',
    payload: { given, textVersion: '2026-11' },
  })

export const recordActs = async (from: Browser, payload: NewFacts) =>
  applyNow(await from.context(), { id: newId(), type: 'record_facts', payload })

export const pouch = (courseId = newId()) => ({
  courses: [
    {
      id: courseId,
      kind: 'pouch' as const,
      label: '아침 약',
      trackedFrom: today * 1440 + 600,
      endsWithPack: false,
    },
  ],
  courseVersions: [version(courseId)],
  packs: [
    {
      id: newId(),
      courseId,
      firstOn: today,
      firstSlot: 'morning' as const,
      days: 30,
      amount: null,
    },
  ],
})
export const version = (courseId: string, baseId: string | null = null) => ({
  id: newId(),
  courseId,
  baseId,
  fromOn: today,
  lastOn: null,
  rule: { kind: 'daily' as const },
  slots: [{ slotId: 'morning' as const, amount: 1000 }],
  meal: 'after' as const,
  minGapMin: null,
  max24h: null,
  amount: null,
  unit: '포',
  label: null,
  instruction: '식후 30분에 드세요',
})
export const taken = (courseId: string, day = today, replaces: string[] = []) => ({
  id: newId(),
  doseKey: `${courseId}|${day}|morning`,
  kind: 'taken' as const,
  takenWall: day * 1440 + 485,
  offsetMin: 540,
  replaces,
  guardPassed: false,
})
