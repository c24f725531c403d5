import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { afterPage } from './after-page'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const withWorkers = (workers: (EventTarget & { controller?: object }) | undefined) =>
  vi.stubGlobal('navigator', { serviceWorker: workers })

async function isOver(waiting: Promise<void>): Promise<boolean> {
  return Promise.race([waiting.then(() => true), Promise.resolve().then(() => false)])
}

test('at once where a worker keeps every part', async () => {
  withWorkers(Object.assign(new EventTarget(), { controller: {} }))
  expect(await isOver(afterPage())).toBe(true)
})

test('as soon as a worker takes over', async () => {
  const workers = new EventTarget()
  withWorkers(workers)
  const waiting = afterPage()
  expect(await isOver(waiting)).toBe(false)
  workers.dispatchEvent(new Event('controllerchange'))
  await waiting
  expect(vi.getTimerCount()).toBe(0)
})

test.each([
  ['with a worker that does not come', new EventTarget()],
  ['without workers', undefined],
])('a while after the page %s', async (_name, workers) => {
  withWorkers(workers)
  const waiting = afterPage()
  await vi.advanceTimersByTimeAsync(2_000)
  expect(await isOver(waiting)).toBe(false)
  await vi.advanceTimersByTimeAsync(1_000)
  await waiting
})
