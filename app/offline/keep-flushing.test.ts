// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { keepFlushing } from './keep-flushing.client'
import type { Flushed } from './outbox/flush'
import { emptyView, type OutboxView } from './outbox/outbox'

let stop = () => undefined as void
beforeEach(() => vi.useFakeTimers())
afterEach(() => {
  stop()
  vi.useRealTimers()
})

function start(answers: Flushed[] = []) {
  const at: number[] = []
  const listeners = new Set<() => void>()
  let view: OutboxView = emptyView
  const began = Date.now()
  stop = keepFlushing(
    {
      flush: () => {
        at.push(Math.round((Date.now() - began) / 1000))
        return Promise.resolve(answers.shift() ?? { left: 'nothing' })
      },
      view: () => view,
      subscribe: (changed) => {
        listeners.add(changed)
        return () => void listeners.delete(changed)
      },
    },
    () => 1,
  )
  const show = (next: Partial<OutboxView>) => {
    view = { ...emptyView, ...next }
    listeners.forEach((changed) => changed())
  }
  return { at, show }
}

const later: Flushed = { left: 'later', afterMs: null }
const entry = {} as OutboxView['waiting'][number]

it('tries again after pauses that grow to five minutes', async () => {
  const { at } = start(Array.from({ length: 7 }, () => later))
  await vi.advanceTimersByTimeAsync(20 * 60_000)
  expect(at).toEqual([0, 5, 20, 65, 200, 500, 800, 1100])
})

it('does not knock before the server said it may', async () => {
  const { at } = start([{ left: 'later', afterMs: 60_000 }])
  await vi.advanceTimersByTimeAsync(70_000)
  expect(at).toEqual([0, 60])
})

it('tries at once when the network is back or somebody looks again', async () => {
  const { at } = start([later])
  await vi.advanceTimersByTimeAsync(1_000)
  window.dispatchEvent(new Event('online'))
  await vi.advanceTimersByTimeAsync(1_000)
  document.dispatchEvent(new Event('visibilitychange'))
  await vi.advanceTimersByTimeAsync(60_000)
  expect(at).toEqual([0, 1, 2])
})

it('looks after a deed that was added while the page is open, unless it must wait for its person', async () => {
  const { at, show } = start()
  await vi.advanceTimersByTimeAsync(1_000)
  show({ waiting: [entry], paused: 'no_session' })
  await vi.advanceTimersByTimeAsync(60_000)
  expect(at).toEqual([0])
  show({ waiting: [entry] })
  show({ waiting: [entry, entry] })
  await vi.advanceTimersByTimeAsync(6_000)
  expect(at).toEqual([0, 66])
})
