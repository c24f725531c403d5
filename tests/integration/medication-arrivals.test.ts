import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { catalogHandlers } from '~/commands/catalog.server'
import { receiveOutbox } from '~/commands/receive-outbox.server'
import { listArrivals } from '~/features/medication/list-arrivals.server'
import { listFacts } from '~/features/medication/list-facts.server'
import { recordFacts } from '~/features/medication/record-facts.server'
import type { OutboxAnswer } from '~/offline/outbox/wire'
import { describeOnEachDatabase, type TestDatabase } from '../support/databases'
import { newPhone, openWorld, signIn, type Browser, type World } from './accounts-world'
import { giveConsent, pouch, recordActs, start, taken, today } from './medication-acts'

describeOnEachDatabase('medicines between a phone and the server', (open) => {
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

  const listed = async (from: Browser) => {
    const context = await from.context()
    const personId = context.session.viewer?.personId ?? ''
    return context.asViewer((tx) => listFacts(tx, personId, { from: today - 1, to: today + 1 }))
  }

  test('an answer written under a clock that was a day behind is asked about, and taken when it is said again', async () => {
    await giveConsent(browser)
    const courseId = newId()
    const context = await browser.context()
    const personId = context.session.viewer?.personId ?? ''
    const dayMs = 24 * 3_600_000
    const write = (skewMs: number, day = today - 1) =>
      context.asViewer((tx) =>
        recordFacts(
          tx,
          personId,
          { answers: [taken(courseId, day)] },
          { occurredAt: new Date(start.getTime() - dayMs), receivedAt: start, skewMs },
        ),
      )
    const clockWrong = { status: 'refused', reason: 'clock_wrong' }
    expect(await write(dayMs)).toEqual(clockWrong)
    expect((await listed(browser)).answers).toEqual([])
    // The phone has learned the time since, and the person says that the day is right.
    expect(await write(0)).toEqual({ status: 'accepted' })
    // An hour off within the same day moves nothing.
    expect(await write(3_600_000)).toEqual({ status: 'accepted' })
  })

  test('the outbox tells the server how wrong the clock of the phone is', async () => {
    await giveConsent(browser)
    const context = await browser.context()
    const behind = new Date(start.getTime() - 24 * 3_600_000).toISOString()
    const command = {
      id: newId(),
      seq: 1,
      person: context.session.viewer?.personId ?? null,
      type: 'record_facts',
      typeV: 1,
      occurredAt: behind,
      payload: { answers: [taken(newId(), today - 1)] },
    }
    const send = async (sentAt?: string) => {
      const body = { v: 1, deviceId: newId(), build: 'test', sentAt, commands: [command] }
      const response = await receiveOutbox(context, catalogHandlers, JSON.stringify(body))
      return ((await response.json()) as OutboxAnswer).results
    }
    expect(await send(behind)).toMatchObject([{ status: 'refused', reason: 'clock_wrong' }])
    expect(await send(start.toISOString())).toMatchObject([{ status: 'accepted' }])
  })

  test('a phone hears of everything that arrived since it asked, also of what was adopted', async () => {
    const arrivals = async (since: number, from = browser) => {
      const context = await from.context()
      const personId = context.session.viewer?.personId ?? ''
      return context.asViewer((tx) => listArrivals(tx, personId, since))
    }
    const phone = newPhone()
    const old = world.browser()
    await signIn(world, old, phone)
    await giveConsent(old)
    const facts = pouch()
    await recordActs(old, facts)
    const all = await arrivals(0, old)
    expect(all).toMatchObject({ more: false, facts: { courses: [{ id: facts.courses[0]?.id }] } })
    expect(all.facts).toEqual(await factsOf(old))
    expect((await arrivals(all.upTo + 1, old)).facts.courses).toEqual([])

    await giveConsent(browser)
    const later = pouch()
    await recordActs(browser, later)
    await signIn(world, browser, phone)
    expect((await arrivals(all.upTo + 1, old)).facts.courses).toMatchObject([
      { id: later.courses[0]?.id },
    ])
  })
  const factsOf = async (from: Browser) => {
    const { ownerId: _, reach: _r, ...facts } = await listed(from)
    return facts
  }
})
