import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { factTables } from '~/features/medication/facts/fact-tables.server'
import { loadDay } from '~/features/medication/day/load-day.server'
import { loadToday } from '~/features/today/load-today.server'
import type { Cache } from '~/platform/cache/cache.server'
import { createCache } from '~/platform/cache/create-cache.server'
import { describeOnEachDatabase, type TestDatabase } from '../support/databases'
import { newPhone, openWorld, signIn, type Browser, type World } from './accounts-world'
import { giveConsent, pouch, recordActs, start, taken, today } from './medication-acts'

describeOnEachDatabase('the day of somebody’s medicines', (open) => {
  let opened: TestDatabase
  let world: World
  /** Two processes that do not hear each other. */
  const caches: Cache[] = []

  beforeAll(async () => {
    opened = await open()
    world = await openWorld(opened, 'in this process', start)
    caches.push(createCache({ log: world.parts.log }), createCache({ log: world.parts.log }))
  })
  afterAll(async () => {
    await Promise.all(caches.map((cache) => cache.close()))
    await world.close()
    await opened.close()
  })

  const dayIn = async (process: number, { context }: Browser) =>
    loadDay({ ...(await context()), cache: caches[process] as Cache })

  async function somebody() {
    const browser = world.browser()
    const { viewer } = await signIn(world, browser, newPhone())
    await giveConsent(browser)
    const acts = pouch()
    await recordActs(browser, acts)
    return { browser, personId: viewer.personId, courseId: acts.courses[0]?.id ?? '' }
  }

  test('shows an answer at once in every process, whichever took it', async () => {
    const { browser, courseId } = await somebody()
    for (const process of [0, 1]) expect((await dayIn(process, browser)).facts.answers).toEqual([])
    const answer = taken(courseId)
    await recordActs(browser, { answers: [answer] })
    for (const process of [0, 1])
      expect((await dayIn(process, browser)).facts.answers).toMatchObject([{ id: answer.id }])
  })

  test('reads nothing again while nothing was written, and says so the same way', async () => {
    const { browser, courseId } = await somebody()
    const first = await dayIn(0, browser)
    const again = await dayIn(0, browser)
    expect(again.facts).toBe(first.facts)
    expect(again).toEqual(first)
    expect(await dayIn(1, browser)).toEqual(first)
    expect(first.supplies).toMatchObject([{ courseId }])
  })

  test('says anew how long something lasts once it was restocked', async () => {
    const { browser, courseId } = await somebody()
    const [before] = (await dayIn(0, browser)).supplies
    const { packs } = pouch(courseId)
    await recordActs(browser, { packs })
    const [after] = (await dayIn(0, browser)).supplies
    expect(after?.runsOutOn).toBe((before?.runsOutOn ?? 0) + 30)
  })

  test('knows the day after as another day', async () => {
    const { browser, courseId } = await somebody()
    const before = await dayIn(0, browser)
    world.standAt(new Date(start.getTime() + 86_400_000))
    const after = await dayIn(0, browser)
    world.standAt(start)
    expect(after.facts).not.toBe(before.facts)
    expect(after.now - before.now).toBe(86_400_000)
    expect(after.supplies.map((supply) => supply.courseId)).toEqual([courseId])
  })

  test('shows what an adopted account brings at once', async () => {
    const phone = newPhone()
    const elsewhere = world.browser()
    await signIn(world, elsewhere, phone)
    await giveConsent(elsewhere)
    await recordActs(elsewhere, pouch())
    expect((await dayIn(0, elsewhere)).facts.courses).toHaveLength(1)

    const visitor = world.browser()
    await giveConsent(visitor)
    await recordActs(visitor, pouch())
    expect((await dayIn(0, visitor)).facts.courses).toHaveLength(1)
    await signIn(world, visitor, phone)
    for (const browser of [visitor, elsewhere])
      expect((await dayIn(0, browser)).facts.courses).toHaveLength(2)
  })

  test('shows nobody what is another’s, nor a session that is not sure of itself what was read before', async () => {
    const one = await somebody()
    const other = await somebody()
    const of = async ({ browser }: typeof one) =>
      (await dayIn(0, browser)).facts.courses.map(({ id }) => id)
    expect(await of(one)).toEqual([one.courseId])
    expect(await of(other)).toEqual([other.courseId])
    await opened.owner.query(
      `update gyeote.devices set held_until = now() + interval '1 hour' where person_id = $1`,
      [one.personId],
    )
    expect(await of(one)).toEqual([])
    expect(await of(other)).toEqual([other.courseId])
  })

  test('asks for every kind of fact, and hears of every write of one', async () => {
    const { browser, personId } = await somebody()
    const context = await browser.context()
    const { rows } = await context.asViewer((tx) =>
      sql<{ found: object }>`select gyeote.medicines_of(${personId}, 0, 1) as found`.execute(tx),
    )
    expect(Object.keys(rows[0]?.found ?? {}).sort()).toEqual(Object.keys(factTables).sort())
    const heard = await opened.owner.query<{ name: string }>(
      `select relname as name from pg_trigger join pg_class on pg_class.oid = tgrelid
       where tgname in ('note_written', 'note_moved') group by relname having count(*) = 2`,
    )
    expect(heard.map(({ name }) => name).sort()).toEqual(Object.values(factTables).sort())
  })

  test('is the same on 오늘, with answers of the last days only', async () => {
    const { browser, courseId } = await somebody()
    const answers = [0, 8, 30].map((ago) => taken(courseId, today - ago))
    await recordActs(browser, { answers })
    const context = { ...(await browser.context()), cache: caches[0] as Cache }
    const { medication } = await loadToday(context)
    expect(medication.facts.answers.map(({ id }) => id).sort()).toEqual(
      answers
        .slice(0, 2)
        .map(({ id }) => id)
        .sort(),
    )
    expect(medication).toEqual(await loadDay(context))
  })
})
