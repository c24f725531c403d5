import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { NewFacts } from '~/features/medication/facts/fact-schema'
import { listFacts } from '~/features/medication/facts/list-facts.server'
import { recordFacts } from '~/features/medication/facts/record-facts.server'
import type { RequestContext } from '~/platform/context.server'
import { describeOnEachDatabase, type TestDatabase } from '../support/databases'
import { newPhone, openWorld, signIn, type Browser, type World } from './accounts-world'
import { giveConsent, pouch, recordActs, start, taken, today, version } from './medication-acts'

describeOnEachDatabase('facts of medication', (open) => {
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

  const consent = (given = true, from = browser) => giveConsent(from, given)
  const record = (payload: NewFacts, from = browser) => recordActs(from, payload)
  const listed = async (from = browser) => {
    const context = await from.context()
    const personId = context.session.viewer?.personId ?? ''
    return context.asViewer((tx) => listFacts(tx, personId, { from: today - 1, to: today + 1 }))
  }
  /** Past the use case, with the rights of the viewer alone. */
  const writeCourse = (
    context: RequestContext,
    personId = context.session.viewer?.personId ?? '',
  ) =>
    context.asViewer((tx) =>
      sql`insert into gyeote.courses (person_id, id, by_id, at, kind, label, tracked_from, ends_with_pack)
          values (${personId}, ${newId()}, ${personId}, now(), 'pouch', '약', 0, false)`.execute(
        tx,
      ),
    )
  test('nothing is kept before the person has agreed, nor after they took it back', async () => {
    const first = pouch()
    expect(await record(first)).toEqual({ status: 'refused', reason: 'no_consent' })
    await consent()
    expect(await record(first)).toMatchObject({ status: 'accepted' })
    await consent(false)
    expect(await record(pouch())).toEqual({ status: 'refused', reason: 'no_consent' })
    expect((await listed()).courses).toHaveLength(1)
    await expect(writeCourse(await browser.context())).rejects.toMatchObject({ code: '42501' })
    await consent()
    await writeCourse(await browser.context())
  })

  test('what was written comes back as it was, said by whom and when', async () => {
    await consent()
    const facts = pouch()
    const courseId = facts.courses[0]?.id ?? ''
    const answer = taken(courseId)
    await record(facts)
    await record({ answers: [answer], slotHours: [hour('morning', 480)] })
    const kept = await listed()
    const by = (await browser.ask()).viewer?.personId
    expect(kept.courses).toMatchObject([{ ...facts.courses[0], by, at: start.getTime() }])
    expect(kept.courseVersions).toMatchObject(facts.courseVersions)
    expect(kept.packs).toMatchObject(facts.packs)
    expect(kept.answers).toMatchObject([answer])
    expect(kept.slotHours).toMatchObject([{ slotId: 'morning', minute: 480 }])
    expect(kept.answers[0]?.deviceId).toMatch(/^[0-9a-f-]{36}$/)
    expect(kept.answers[0]?.receivedAt).toBeGreaterThan(0)
  })
  const hour = (slotId: 'morning', minute: number, baseId: string | null = null) => ({
    id: newId(),
    slotId,
    baseId,
    fromOn: today,
    minute,
  })

  test('the same facts again are accepted once; an id never gets another meaning', async () => {
    await consent()
    const facts = pouch()
    const answer = taken(facts.courses[0]?.id ?? '')
    await record(facts)
    await record({ answers: [answer] })
    expect(await record(facts)).toMatchObject({ status: 'accepted' })
    expect(await record({ answers: [answer] })).toMatchObject({ status: 'accepted' })
    const other = { ...answer, kind: 'declined' as const, takenWall: null }
    expect(await record({ answers: [other] })).toEqual({ status: 'refused', reason: 'other_body' })
    expect((await listed()).answers).toMatchObject([answer])
  })

  test('of two changes of the same version the first stands, and the second is told so', async () => {
    await consent()
    const facts = pouch()
    const { id: base, courseId } = facts.courseVersions[0] ?? version('')
    await record(facts)
    expect(await record({ courseVersions: [version(courseId, base)] })).toMatchObject({
      status: 'accepted',
    })
    const changedMeanwhile = { status: 'refused', reason: 'changed_meanwhile' }
    expect(await record({ courseVersions: [version(courseId, base)] })).toEqual(changedMeanwhile)
    expect(await record({ courseVersions: [version(courseId)] })).toEqual(changedMeanwhile)
    expect(await record({ courseVersions: [version(courseId, newId())] })).toEqual(changedMeanwhile)
    await record({ slotHours: [hour('morning', 480)] })
    expect(await record({ slotHours: [hour('morning', 540)] })).toEqual(changedMeanwhile)
  })

  test('an act is written whole or not at all', async () => {
    await consent()
    const answer = taken(newId())
    const outcome = await record({ answers: [answer], packs: pouch().packs })
    expect(outcome).toEqual({ status: 'refused', reason: 'unknown_course' })
    expect((await listed()).answers).toEqual([])
  })

  test('a dose of a day that has not begun is held; 00:30 still belongs to the evening before', async () => {
    await consent()
    const courseId = newId()
    const notYet = { status: 'refused', reason: 'not_yet' }
    expect(await record({ answers: [taken(courseId, today + 1)] })).toEqual(notYet)
    const context = await browser.context()
    const personId = context.session.viewer?.personId ?? ''
    const recordAt = (time: string) => {
      const at = new Date(time)
      const meta = { occurredAt: at, receivedAt: at, shownAt: at, skewMs: 0 }
      const answers = [taken(courseId, today + 1)]
      return context.asViewer((tx) => recordFacts(tx, personId, { answers }, meta))
    }
    expect(await recordAt('2026-11-24T18:59:00Z')).toEqual(notYet)
    expect(await recordAt('2026-11-24T19:00:00Z')).toEqual({ status: 'accepted' })
  })

  test('each answer is in the trail as taken or not, and says of which medicine nowhere', async () => {
    await consent()
    const courseId = newId()
    await record({ answers: [taken(courseId)] })
    const declined = { ...taken(newId()), kind: 'declined' as const, takenWall: null }
    await record({ answers: [declined] })
    const context = await browser.context()
    const trail = await context.asViewer((tx) =>
      tx.selectFrom('gyeote.audit_logs').select(['action', 'details']).orderBy('id').execute(),
    )
    expect(trail).toEqual([
      { action: 'med_check', details: { checked: true } },
      { action: 'med_check', details: { checked: false } },
    ])
    expect(world.parts.lines.join('\n')).not.toContain(courseId)
  })

  test('a stranger sees nothing of it and cannot write into it', async () => {
    await consent()
    await record(pouch())
    const personId = (await browser.ask()).viewer?.personId ?? ''
    const stranger = world.browser()
    await consent(true, stranger)
    const context = await stranger.context()
    const seen = await context.asViewer((tx) => listFacts(tx, personId, { from: 0, to: 30_000 }))
    expect(seen.courses).toEqual([])
    await expect(writeCourse(context, personId)).rejects.toMatchObject({ code: '42501' })
  })

  test('a visit is set, called off, and goes along to another account', async () => {
    const phone = newPhone()
    const old = world.browser()
    await signIn(world, old, phone)
    await consent()
    const visits = [
      { id: newId(), on: today + 9, minute: 600, place: '서울내과' },
      { id: newId(), on: today + 30, minute: null, place: null },
    ]
    await record({ clinicVisits: visits })
    await record({ retractions: [{ id: newId(), factId: visits[0]?.id ?? '' }] })
    await signIn(world, browser, phone)
    const kept = await listed()
    expect(kept.clinicVisits).toMatchObject(visits)
    expect(kept.retractions).toMatchObject([{ factId: visits[0]?.id }])
  })

  test('medicines written down before there was a number go along to the account that has it', async () => {
    const phone = newPhone()
    const old = world.browser()
    await signIn(world, old, phone)
    await consent(true, old)
    await record({ ...pouch(), slotHours: [hour('morning', 420)] }, old)

    await consent()
    const facts = pouch()
    const base = facts.courseVersions[0]?.id ?? null
    await record({ ...facts, slotHours: [hour('morning', 480)] })
    const courseId = facts.courses[0]?.id ?? ''
    await record({ answers: [taken(courseId)], courseVersions: [version(courseId, base)] })
    await signIn(world, browser, phone)

    const kept = await listed()
    const by = (await old.ask()).viewer?.personId
    expect(kept.courses).toHaveLength(2)
    expect(kept.courseVersions).toHaveLength(3)
    expect(kept.answers).toMatchObject([{ by }])
    expect(kept.slotHours).toMatchObject([{ minute: 420 }])
  })
})
