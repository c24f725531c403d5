import { waitUntil } from '../../support/child-process'
import type { BrowserContext, Page } from 'playwright'
import { v7 as newId } from 'uuid'

/** Writes medicines down for whoever uses the phone, past the pages. @returns the new course's id. */
export async function enterCourse(phone: BrowserContext, url: string): Promise<string> {
  const courseId = newId()
  const course = { id: courseId, kind: 'pouch', label: '아침 약', trackedFrom: 0 }
  await post(phone, url, 'answer_health_consent', { given: true, textVersion: '2026-11' })
  await post(phone, url, 'record_facts', { courses: [{ ...course, endsWithPack: false }] })
  return courseId
}

export async function post(
  phone: BrowserContext,
  url: string,
  type: string,
  payload: object,
): Promise<void> {
  const occurredAt = new Date().toISOString()
  const command = { id: newId(), seq: 1, person: null, type, typeV: 1, occurredAt, payload }
  const answer = await phone.request.post('/outbox', {
    headers: { Origin: url },
    data: { v: 1, deviceId: newId(), build: 'test', commands: [command] },
  })
  const { results } = (await answer.json()) as { results: { status: string }[] }
  if (results[0]?.status !== 'accepted') throw new Error(`refused: ${JSON.stringify(results)}`)
}

/** Resolves once the phone keeps the page's document and the medicine for offline. */
export async function keepPage(page: Page, path: string): Promise<void> {
  await page.goto(path)
  const isKept = async (at: string) =>
    navigator.serviceWorker.controller !== null && (await caches.match(at)) !== undefined
  // Not `waitForFunction`, which takes the promise of an answer for a yes.
  await waitUntil(() => page.evaluate(isKept, path), `${path} on the phone`, 60_000)
  await page.waitForLoadState('networkidle')
}
