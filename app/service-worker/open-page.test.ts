// @vitest-environment node
import { expect, it } from 'vitest'
import { openPage } from './open-page'

const path = '/medication#dose-2027-03-01-morning'

interface TestPage {
  visibilityState?: DocumentVisibilityState
  /** Whether its router answers. */
  answers?: boolean
  /** Not of this worker: it may not be sent anywhere. */
  foreign?: boolean
}

/** The pages of a phone, and what happens to them. */
function phoneWith(...pages: TestPage[]) {
  const log: string[] = []
  const windows = pages.map(({ visibilityState = 'visible', answers, foreign }, at) => {
    const own = {
      visibilityState,
      focus: () => {
        log.push(`focus ${at}`)
        return Promise.resolve(own)
      },
      postMessage: (message: { path: string }, [port]: [MessagePort]) => {
        log.push(`ask ${at} ${message.path}`)
        if (answers) port.postMessage('gone')
        port.close()
      },
      navigate: (to: string) => {
        log.push(`navigate ${at} ${to}`)
        return foreign ? Promise.reject(new TypeError('not mine')) : Promise.resolve(own)
      },
    }
    return own
  })
  const clients = {
    matchAll: () => Promise.resolve(windows),
    openWindow: (to: string) => Promise.resolve(void log.push(`open ${to}`)),
  }
  return { clients: clients as unknown as Parameters<typeof openPage>[0], log }
}

it('asks the page that is looked at to go there by itself', async () => {
  const { clients, log } = phoneWith({ visibilityState: 'hidden' }, { answers: true })
  await openPage(clients, path)
  expect(log).toEqual(['focus 1', `ask 1 ${path}`])
})

it('sends a page there that does not answer', async () => {
  const { clients, log } = phoneWith({})
  await openPage(clients, path)
  expect(log).toEqual(['focus 0', `ask 0 ${path}`, `navigate 0 ${path}`])
})

it('opens a new one where none is open, or none can be sent', async () => {
  const none = phoneWith()
  await openPage(none.clients, path)
  expect(none.log).toEqual([`open ${path}`])
  const foreign = phoneWith({ foreign: true })
  await openPage(foreign.clients, path)
  expect(foreign.log.at(-1)).toBe(`open ${path}`)
})
