import { randomUUID } from 'node:crypto'
import { listFacts } from '~/features/medication/facts/list-facts.server'
import { careDateIn } from '~/features/medication/schedule/wall-time'
import { daysOfMonth, monthOf, type EpochDay } from '~/features/medication/schedule/care-date'
import { doseKey } from '~/features/medication/schedule/keys'
import { usualZone } from '~/features/medication/schedule/moment'
import type { Crowd, Viewer } from './crowd'
import { daysOfOneMonth, forFiveYears, forOneMonth } from './fill-medicines'
import { apply } from './learning-cases'
import { useCase } from './use-case'

export const today: EpochDay = careDateIn(usualZone, Date.now())

const thisMonth = daysOfMonth(monthOf(today))
/** The months that 오늘 opens: this one, and the one that yesterday may belong to. */
export const opened = { from: daysOfMonth(monthOf(thisMonth.from - 1)).from, to: thisMonth.to }

export const readToday = ({ context, personId }: Viewer, ofPerson = personId) =>
  context.asViewer((tx) => listFacts(tx, ofPerson, opened))

const longStanding = new WeakMap<Crowd, Promise<Viewer[]>>()

/** The people with five years of doses, signed in once for each crowd. */
function ofFiveYears(crowd: Crowd): Promise<Viewer[]> {
  const known = longStanding.get(crowd) ?? signInThrough(crowd, forFiveYears)
  longStanding.set(crowd, known)
  return known
}

export async function signInThrough(
  { signIn }: Crowd,
  { from, to }: { from: number; to: number },
): Promise<Viewer[]> {
  const viewers: Viewer[] = []
  for (let n = from; n <= to; n++) viewers.push(await signIn(n))
  return viewers
}

const anyOf = <T>(list: readonly T[]): T => {
  const one = list[Math.floor(Math.random() * list.length)]
  if (one === undefined) throw new Error('nobody to choose from')
  return one
}

/** Each even number is a daughter of the one before, but links of every fifth senior have ended. */
const isDaughter = ({ n }: Viewer) => n > forOneMonth.to + 2 && n % 2 === 0 && n % 10 !== 2

export const medicineCases = [
  useCase('medicines of 오늘', async ({ anyone }) => {
    const viewer = anyone()
    return async () => (await readToday(viewer)).answers.length >= 3 * daysOfOneMonth
  }),
  useCase('medicines of 오늘, with five years of doses', async (crowd) => {
    const viewer = anyOf(await ofFiveYears(crowd))
    return async () => (await readToday(viewer)).answers.length >= 240
  }),
  useCase('a month of history, out of five years', async (crowd) => {
    const { context, personId } = anyOf(await ofFiveYears(crowd))
    const month = monthOf(today - 60 - Math.floor(Math.random() * 1_700))
    return async () => {
      const facts = await context.asViewer((tx) => listFacts(tx, personId, daysOfMonth(month)))
      return facts.answers.length >= 28 * 8
    }
  }),
  useCase('the same of 오늘, seen by a daughter', async ({ anyone, idOf }) => {
    const daughter = anyone(isDaughter)
    return async () =>
      (await readToday(daughter, idOf(daughter.n - 1))).answers.length >= 3 * daysOfOneMonth
  }),
  useCase('answering a dose', async ({ anyone }) => {
    const viewer = anyone()
    const courseId = (await readToday(viewer)).courses[0]?.id ?? ''
    const answer = {
      id: randomUUID(),
      doseKey: doseKey(courseId, today, 'morning'),
      kind: 'taken' as const,
      takenWall: today * 1440 + 485,
      offsetMin: 540,
      replaces: [],
      guardPassed: false,
    }
    return async () =>
      (await apply(viewer, { type: 'record_facts', payload: { answers: [answer] } })).status ===
      'accepted'
  }),
  useCase('consent to keep medicines', async ({ anyone }) => {
    const viewer = anyone()
    const payload = { given: true, textVersion: '2026-11' }
    return async () =>
      (await apply(viewer, { type: 'answer_health_consent', payload })).status === 'accepted'
  }),
]
