import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { readWithNodeIcal } from '~/features/medication/calendar/test-readers'
import { listArrivals } from '~/features/medication/facts/list-arrivals.server'
import { keepFacts } from '~/features/medication/facts/kept-facts'
import { loader } from '~/features/medication/routes/calendar-file'
import { createLocalLocks } from '~/offline/locks'
import { createTestDisk } from '~/offline/test-phone'
import { answerCalendar } from '~/service-worker/answer-calendar'
import { describeOnEachDatabase, type TestDatabase } from '../support/databases'
import { openWorld, type Browser, type World } from './accounts-world'
import { giveConsent, pouch, recordActs, start, taken, today } from './medication-acts'

describeOnEachDatabase('the calendar file', (open) => {
  let opened: TestDatabase
  let world: World
  let browser: Browser

  beforeAll(async () => {
    opened = await open()
    world = await openWorld(opened, 'in this process', start)
  })
  afterAll(async () => {
    await world.close()
    await opened.close()
  })
  beforeEach(() => {
    browser = world.browser()
  })

  const request = new Request('https://gyeote.example/medication/calendar.ics')
  const fromServer = async (from = browser): Promise<Response> =>
    loader({ context: { ...(await from.context()) }, request, params: {} })
  const noServer = () => Promise.reject(new Error('the phone keeps everything'))

  /** What the worker of a phone answers that has been given everything. */
  async function fromPhone(from = browser): Promise<Response> {
    const context = await from.context()
    const personId = context.session.viewer?.personId ?? ''
    const { facts, upTo } = await context.asViewer((tx) => listArrivals(tx, personId, 0))
    const phone = createTestDisk().open({ now: () => context.clock.now().getTime() })
    await phone.becomePerson(personId)
    await phone.withStore((store) =>
      keepFacts(createLocalLocks(), store, facts, { syncedTo: upTo }),
    )
    return answerCalendar(request, phone, noServer)
  }

  test('is the same from the phone and from the server, octet for octet', async () => {
    await giveConsent(browser)
    const facts = pouch()
    const courseId = facts.courses[0]?.id ?? ''
    await recordActs(browser, facts)
    await recordActs(browser, {
      answers: [{ ...taken(courseId), kind: 'declined', takenWall: null }],
      slotHours: [
        { id: newId(), slotId: 'morning', baseId: null, fromOn: today + 2, minute: 570 },
        { id: newId(), slotId: 'noon', baseId: null, fromOn: today + 2, minute: 800 },
      ],
      pauses: [
        {
          id: newId(),
          courseId,
          fromWall: (today + 5) * 1440,
          toWall: (today + 8) * 1440,
          reason: 'doctor',
        },
      ],
    })
    const answer = await fromServer()
    const file = await answer.text()
    expect(answer.headers.get('content-type')).toBe('text/calendar;charset=utf-8')
    expect(answer.headers.get('cache-control')).toBe('private, no-store')
    expect(await (await fromPhone()).text()).toBe(file)
    // All 30 pouches: today's was due before it was written down.
    expect(readWithNodeIcal(file)).toHaveLength(30)
  })

  test('is of nobody else, and without a session there is none', async () => {
    await giveConsent(browser)
    await recordActs(browser, pouch())
    const other = world.browser()
    await giveConsent(other)
    const elsewhere = await fromServer(other)
    expect([elsewhere.status, elsewhere.headers.get('location')]).toEqual([
      303,
      '/medication/calendar',
    ])
    await expect(fromServer(world.browser())).rejects.toMatchObject({ status: 401 })
  })
})
