import { Agent } from 'node:http'
import { randomUUID } from 'node:crypto'
import { demoLinks } from '../../../app/features/trial/demo-people'
import { keyOf, medicinesSince, pouch, todayInSeoul } from '../../e2e/support/medicines'
import { send, type Ask } from './generate-load'

/** What somebody who takes medicines has behind them. */
const historyDays = 40

export interface BenchPerson {
  id: string
  /** Their session cookies and an address of their own, since limits count by address. */
  headers: Record<string, string>
}

/**
 * Anonymous people as their phones make them: each by the first deed that reaches the server, with forty days
 * of medicines behind them and a dose of this morning to be answered.
 */
export async function beginPeople(
  base: string,
  cards: readonly string[],
  count: number,
): Promise<BenchPerson[]> {
  const agent = new Agent({ keepAlive: true })
  const people: BenchPerson[] = []
  for (let i = 0; i < count; i++) {
    const headers = { 'X-Forwarded-For': `198.51.${i >> 8}.${i & 255}` }
    const first = await send(agent, base, outboxAsk({ id: null, headers }, [cardDeed(cards, 0)]))
    if (first.status !== 200) throw new Error(`no session: ${first.status} ${first.body}`)
    const cookie = first.cookies.map((one) => one.split(';')[0]).join('; ')
    const person = {
      id: (JSON.parse(first.body) as { person: string }).person,
      headers: { ...headers, Cookie: cookie },
    }
    const medicines = medicinesSince(historyDays)
    const kept = await send(agent, base, outboxAsk(person, medicines))
    if (kept.body.split('"accepted"').length - 1 < medicines.length)
      throw new Error(`no medicines: ${kept.status} ${kept.body}`)
    people.push(person)
  }
  agent.destroy()
  return people
}

/** Sessions of the daughter of a demo family, each as of a browser that has a page of the family open. */
export async function beginFamily(base: string, count: number): Promise<Record<string, string>[]> {
  const agent = new Agent({ keepAlive: true })
  const sessions: Record<string, string>[] = []
  for (let i = 0; i < count; i++) {
    const headers = { 'X-Forwarded-For': `198.51.${100 + (i >> 8)}.${i & 255}` }
    const entered = await send(agent, base, {
      path: '/sign-in',
      method: 'POST',
      headers: {
        ...headers,
        'Content-Type': 'application/x-www-form-urlencoded',
        'Sec-Fetch-Site': 'same-origin',
      },
      body: new URLSearchParams({ intent: 'demo', demo: demoLinks[0].relative }).toString(),
    })
    const cookie = entered.cookies.map((one) => one.split(';')[0]).join('; ')
    if (!cookie.includes('gyeote-session')) throw new Error(`no session: ${entered.status}`)
    sessions.push({ ...headers, Cookie: cookie })
  }
  agent.destroy()
  return sessions
}

export interface Deed {
  type: string
  payload: object
}

/** Finishing the `n`-th card; beyond the last one they come round again, each time as a new command. */
export const cardDeed = (cards: readonly string[], n: number): Deed => ({
  type: 'complete_card',
  payload: { cardId: cards[n % cards.length], answer: 0, completedOn: '2026-11-24' },
})

/** 「먹었어요」 of this morning's pouch, each time as a new answer. */
export const takenDeed = (): Deed => {
  const now = new Date()
  const takenWall = Math.floor(now.getTime() / 60_000) + 540
  const doseKey = keyOf(pouch, todayInSeoul(), 'morning')
  const answer = { id: randomUUID(), doseKey, kind: 'taken', takenWall, offsetMin: 540 }
  return { type: 'record_facts', payload: { answers: [{ ...answer, ...firstWord }] } }
}
const firstWord = { replaces: [], guardPassed: false }

/** The ids of all cards, as the page of tracks links to them. */
export async function listCardIds(base: string): Promise<string[]> {
  const page = await (await fetch(`${base}/learn`)).text()
  const ids = new Set([...page.matchAll(/href="\/learn\/([a-z0-9-]+)"/g)].map((found) => found[1]))
  return [...ids].filter((id) => id !== undefined)
}

let seq = 0

/** `POST /outbox` as the phone sends it. */
export function outboxAsk(
  person: { id: string | null; headers: Record<string, string> },
  deeds: Deed[],
): Ask {
  const occurredAt = new Date().toISOString()
  const commands = deeds.map((deed) => ({
    id: randomUUID(),
    seq: ++seq,
    person: person.id,
    typeV: 1,
    occurredAt,
    ...deed,
  }))
  const body = JSON.stringify({ v: 1, deviceId: randomUUID(), build: 'bench', commands })
  return {
    path: '/outbox',
    method: 'POST',
    headers: {
      ...person.headers,
      'Content-Type': 'application/json',
      'Sec-Fetch-Site': 'same-origin',
    },
    body,
    accept: (status, answer) =>
      status === 200 && answer.split('"accepted"').length - 1 === deeds.length,
  }
}
