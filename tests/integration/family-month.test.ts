import { v4 as randomId, v7 as newId } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { askByNumber } from '~/features/family/ask-by-number.server'
import { acceptWaiting } from '~/features/family/answer-waiting.server'
import { changeLink, endLink } from '~/features/family/change-link.server'
import { listRelatives } from '~/features/family/list-relatives.server'
import { listWaiting } from '~/features/family/list-waiting.server'
import { loadFamily } from '~/features/family/load-family.server'
import { loadFamilyMonth } from '~/features/family/month/load-family-month.server'
import type { SharedKind } from '~/features/family/shared-kinds'
import type { Tx } from '~/platform/database/database.server'
import { describeOnEachDatabase, type TestDatabase } from '../support/databases'
import { newPhone, openWorld, signIn, type Browser, type World } from './accounts-world'
import { giveConsent, pouch, recordActs, taken, today } from './medication-acts'

/** The last answer lies in the month before. */
const at = new Date('2026-12-02T09:30:00+09:00')
const all: readonly SharedKind[] = ['med_today', 'med', 'cards']

describeOnEachDatabase('a month as the family reads it', (open) => {
  let opened: TestDatabase
  let world: World
  let senior: Browser
  let daughter: Browser
  let daughterId: string
  let seniorId: string
  let linkId: string
  const course = newId()

  beforeAll(async () => {
    opened = await open()
    world = await openWorld(opened, 'in this process')
    senior = world.browser()
    const phone = newPhone()
    seniorId = (await signIn(world, senior, phone)).viewer.personId
    daughter = world.browser()
    daughterId = (await signIn(world, daughter, newPhone())).viewer.personId
    await askByNumber(await daughter.context(), { number: phone, name: '김미영' })
    const {
      shown: [waiting],
    } = await asSenior((tx) => listWaiting(tx, seniorId))
    const chosen = { relation: '딸', kinds: all }
    await acceptWaiting(await senior.context(), waiting?.id ?? '', chosen)
    linkId = (await asSenior((tx) => listRelatives(tx, seniorId)))[0]?.linkId ?? ''
    await giveConsent(senior)
    const schedule = pouch(course)
    const courses = schedule.courses.map((one) => ({ ...one, trackedFrom: today * 1440 }))
    await recordActs(senior, { ...schedule, courses, answers: [taken(course)] })
  })
  afterAll(async () => {
    await world.close()
    await opened.close()
  })
  beforeEach(() => choose(all))

  const asSenior = async <T>(work: (tx: Tx) => Promise<T>) =>
    (await senior.context()).asViewer(work)
  const choose = async (kinds: readonly SharedKind[]) =>
    changeLink(await senior.context(), linkId, kinds)
  const read = async (who: Browser, month = '2026-11', link = linkId) =>
    loadFamilyMonth({ ...(await who.context()), clock: { now: () => at } }, link, month)
  const leadsTo = async () => {
    const context = { ...(await daughter.context()), clock: { now: () => at } }
    return (await loadFamily(context, daughterId)).seniors[0]?.month
  }

  test('says what was answered and what was not, never that anything was missed', async () => {
    expect(await leadsTo()).toBe('2026-12')
    const november = await read(daughter)
    expect(november).toMatchObject({ month: '2026-11', earlier: null, later: '2026-12' })
    const [first, ...silent] = november?.days ?? []
    expect(first).toEqual({
      day: today,
      lines: [{ title: '아침 약', state: 'taken', sentence: '오전 8시 5분에 드셨어요.' }],
      intakes: [],
    })
    expect(silent).toHaveLength(6)
    for (const { lines } of silent)
      expect(lines).toEqual([{ title: '아침 약', state: 'no_record', sentence: '기록이 없어요.' }])
    const december = await read(daughter, '2026-12')
    expect(december).toMatchObject({ earlier: '2026-11', later: null })
    expect(december?.days.flatMap(({ lines }) => lines.map(({ state }) => state))).toEqual([
      'not_reached',
      'not_reached',
    ])
    await world.owner.query(
      `insert into gyeote.device_reach (person_id, session_id, reached_at, emptied_at)
       values ($1, $2, $3, $3)`,
      [seniorId, randomId(), new Date(at.getTime() - 60_000)],
    )
    const reached = await read(daughter, '2026-12')
    expect(reached?.days.map(({ lines }) => lines[0]?.state)).toEqual(['no_answer', 'no_answer'])
    expect(reached?.version).not.toBe(december?.version)
  })

  test('hands the relative no fact and nobody’s id', async () => {
    const page = JSON.stringify(await read(daughter))
    expect(page).toContain('아침 약')
    for (const secret of [course, seniorId, daughterId]) expect(page).not.toContain(secret)
  })

  test('is seen with its own consent alone, from the next request on', async () => {
    await choose(['med_today', 'cards'])
    expect(await read(daughter)).toBeNull()
    expect(await leadsTo()).toBeNull()
    await choose([])
    expect(await read(daughter)).toBeNull()
    await choose(['med'])
    expect((await read(daughter))?.days).toHaveLength(7)
    const relatives = await asSenior((tx) => listRelatives(tx, seniorId))
    expect(relatives[0]?.kinds).toEqual(['med_today', 'med'])
    await world.owner.query(
      `update gyeote.consents set created_at = now() - interval '6 months 1 day' where link_id = $1`,
      [linkId],
    )
    expect(await read(daughter)).toBeNull()
  })

  test('an unknown link, another’s, a month to come and none at all are answered alike', async () => {
    const stranger = world.browser()
    await signIn(world, stranger, newPhone())
    expect(await read(daughter)).not.toBeNull()
    expect(await read(stranger)).toBeNull()
    expect(await read(senior)).toBeNull()
    for (const link of [randomId(), 'no-such-link']) {
      expect(await read(daughter, '2026-11', link)).toBeNull()
    }
    for (const month of ['2027-01', '2026-13', 'november', ''])
      expect(await read(daughter, month), month).toBeNull()
    await expect(read(world.browser())).rejects.toMatchObject({ status: 401 })
  })

  test('a session that is not sure of itself sees nothing', async () => {
    const hold = (until: string) =>
      world.owner.query(`update gyeote.devices set held_until = ${until} where person_id = $1`, [
        daughterId,
      ])
    await hold(`now() + interval '3 days'`)
    expect(await read(daughter)).toBeNull()
    await hold('null')
    expect(await read(daughter)).not.toBeNull()
  })

  test('nothing is left of it once the link has ended', async () => {
    await endLink(await senior.context(), linkId)
    expect(await read(daughter)).toBeNull()
  })
})
