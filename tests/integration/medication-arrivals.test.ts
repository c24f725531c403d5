import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { catalogHandlers } from '~/commands/catalog.server'
import { refusedDeeds } from '~/commands/refused-deeds'
import { receiveOutbox } from '~/commands/receive-outbox.server'
import type { NewFacts } from '~/features/medication/facts/fact-schema'
import { listArrivals } from '~/features/medication/facts/list-arrivals.server'
import { listFacts } from '~/features/medication/facts/list-facts.server'
import { recordFacts } from '~/features/medication/facts/record-facts.server'
import { createTestDisk, testOutbox } from '~/offline/test-phone'
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
    const shownAt = new Date(start.getTime() - dayMs)
    const write = (skewMs: number, day = today - 1) =>
      context.asViewer((tx) =>
        recordFacts(
          tx,
          personId,
          { answers: [taken(courseId, day)] },
          { occurredAt: shownAt, receivedAt: start, shownAt, skewMs },
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

  /** A phone whose clock shows another time, before a server that can be reached or not. */
  async function phoneOff(byMs: number) {
    await giveConsent(browser)
    const context = await browser.context()
    const state = { online: false, byMs }
    const fetcher = (async (_url: unknown, init?: RequestInit) => {
      if (!state.online) throw new TypeError('Failed to fetch')
      return receiveOutbox(context, catalogHandlers, String(init?.body))
    }) as typeof fetch
    const now = () => context.clock.now().getTime()
    const phone = createTestDisk().open({ now: () => now() + state.byMs })
    const outbox = testOutbox(phone, fetcher, 1)
    return {
      outbox,
      /** As somebody does who was asked about the date. */
      setClockRight: () => void (state.byMs = 0),
      async record(payload: NewFacts) {
        await outbox.add({ type: 'record_facts', typeV: 1, payload, aggregate: 'medication' })
        await outbox.flush()
      },
      /** A document comes first, from which the phone learns the time; then everything is sent. */
      async goOnline() {
        state.online = true
        await phone.learnTime(new Date(now()).toISOString(), now() + byMs, now() + byMs)
        await outbox.flush()
        await outbox.refresh()
        return outbox.view().refused.map(({ id, reason }) => ({ id, reason }))
      },
    }
  }

  test('a phone that was a day behind is asked, though it learned the time before it sent, and taken at its word', async () => {
    const { outbox, record, goOnline } = await phoneOff(-24 * 3_600_000)
    await record({ answers: [taken(newId(), today - 1)] })
    const [refused, ...others] = await goOnline()
    expect([refused?.reason, others]).toEqual(['clock_wrong', []])
    expect((await listed(browser)).answers).toEqual([])
    await outbox.retry(refused?.id ?? '')
    await outbox.flush()
    expect((await listed(browser)).answers).toHaveLength(1)
  })

  test('it is taken at its word as well after the clock was set right, of which the server has not heard', async () => {
    const { outbox, record, goOnline, setClockRight } = await phoneOff(-24 * 3_600_000)
    await record(pouch())
    const [refused] = await goOnline()
    expect(refused?.reason).toBe('clock_wrong')
    setClockRight()
    await outbox.retry(refused?.id ?? '')
    await outbox.flush()
    expect((await listed(browser)).packs).toHaveLength(1)
  })

  test('so is what else tells of the day on which it was written: a course with its pack, a pause', async () => {
    const { outbox, record, goOnline } = await phoneOff(24 * 3_600_000)
    const facts = pouch()
    await record(facts)
    const pause = { courseId: null, fromWall: (today + 1) * 1440, toWall: null }
    await record({ pauses: [{ id: newId(), ...pause, reason: 'hospital' }] })
    const refused = await goOnline()
    expect(refused.map(({ reason }) => reason)).toEqual(['clock_wrong', 'clock_wrong'])
    for (const { id } of refused) await outbox.retry(id)
    await outbox.flush()
    expect((await listed(browser)).packs).toMatchObject([{ id: facts.packs[0]?.id }])
    expect((await listed(browser)).pauses).toHaveLength(1)
  })

  test('a phone that shows tomorrow in the evening is asked, however few hours it is ahead', async () => {
    // 19:20 here, 10:00 of tomorrow there.
    world.standAt(new Date('2026-11-24T10:20:00Z'))
    const { record, goOnline } = await phoneOff(14 * 3_600_000 + 40 * 60_000)
    await record({ packs: pouch().packs.map((pack) => ({ ...pack, firstOn: today + 1 })) })
    const refused = await goOnline()
    world.standAt(start)
    expect(refused.map(({ reason }) => reason)).toEqual(['clock_wrong'])
  })

  test('a medicine and what was done with it since are taken by one decision', async () => {
    const { outbox, record, goOnline } = await phoneOff(24 * 3_600_000)
    const facts = pouch()
    await record(facts)
    await goOnline()
    const courseId = facts.courses[0]?.id ?? ''
    const next = { firstOn: today + 30, firstSlot: 'morning', days: 30, amount: null }
    await record({ packs: [{ id: newId(), courseId, ...next }] })
    await outbox.refresh()
    const reasons = outbox.view().refused.map(({ reason }) => reason)
    expect(reasons).toEqual(['clock_wrong', 'unknown_course'])
    const [deed, ...others] = refusedDeeds(outbox.view(), outbox)
    expect([deed?.hanging, others]).toEqual([1, []])
    await deed?.retry()
    await outbox.flush()
    await outbox.refresh()
    expect(outbox.view().refused).toEqual([])
    expect((await listed(browser)).packs).toHaveLength(2)
  })

  test('what was said by its date is taken, whatever the clock showed', async () => {
    const { record, goOnline } = await phoneOff(-24 * 3_600_000)
    const answer = taken(newId(), today - 20)
    await record({ answers: [answer] })
    expect(await goOnline()).toEqual([])
    const { personId = '' } = (await browser.context()).session.viewer ?? {}
    const { answers } = await (
      await browser.context()
    ).asViewer((tx) => listFacts(tx, personId, { from: today - 30, to: today }))
    expect(answers).toMatchObject([{ id: answer.id }])
  })

  test('나중에 of one medicine comes back as that, and of a group as the group’s', async () => {
    await giveConsent(browser)
    const courseId = newId()
    const groupKey = `${today}|morning`
    const snoozes = [
      { id: newId(), groupKey, courseId, untilWall: today * 1440 + 515 },
      { id: newId(), groupKey, untilWall: today * 1440 + 520 },
    ]
    await recordActs(browser, { snoozes })
    await recordActs(browser, { snoozes })
    const kept = (await listed(browser)).snoozes
    expect(kept.map(({ untilWall, ...one }) => [untilWall - today * 1440, one.courseId])).toEqual([
      [515, courseId],
      [520, undefined],
    ])
  })

  test('an hour off within the day, and what was written once the time was known, are taken', async () => {
    const hourOff = await phoneOff(-3_600_000)
    await hourOff.record({ answers: [taken(newId())] })
    expect(await hourOff.goOnline()).toEqual([])
    const dayOff = await phoneOff(-24 * 3_600_000)
    await dayOff.goOnline()
    await dayOff.record({ answers: [taken(newId())] })
    await dayOff.outbox.refresh()
    expect(dayOff.outbox.view().refused).toEqual([])
    expect((await listed(browser)).answers).toHaveLength(2)
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
