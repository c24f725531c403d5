import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { catalogHandlers } from '~/commands/catalog.server'
import { receiveOutbox } from '~/commands/receive-outbox.server'
import { askByNumber } from '~/features/family/ask-by-number.server'
import { acceptWaiting } from '~/features/family/answer-waiting.server'
import { changeLink, endLink } from '~/features/family/change-link.server'
import { joinInvite } from '~/features/family/invite.server'
import { listRelatives } from '~/features/family/list-relatives.server'
import { listWaiting } from '~/features/family/list-waiting.server'
import { loadFamily } from '~/features/family/load-family.server'
import { formatPhone } from '~/platform/accounts/phone'
import { rateLimits } from '~/platform/http/rate-limits.server'
import { describeOnEachDatabase, type TestDatabase } from '../support/databases'
import { newPhone, openWorld, signIn, type Browser, type World } from './accounts-world'
import { giveConsent, pouch, recordActs, start, taken } from './medication-acts'
import { findFamilyNews } from './family-news'

interface Somebody {
  browser: Browser
  personId: string
  phone: string
}

const both = ['med_today', 'cards'] as const

describeOnEachDatabase('the family', (open) => {
  let opened: TestDatabase
  let world: World
  beforeAll(async () => {
    opened = await open()
    world = await openWorld(opened, 'in this process')
  })
  afterAll(async () => {
    await world.close()
    await opened.close()
  })

  async function somebody(): Promise<Somebody> {
    const browser = world.browser()
    const phone = newPhone()
    const { viewer } = await signIn(world, browser, phone)
    return { browser, personId: viewer.personId, phone }
  }
  const waitingFor = async ({ browser, personId }: Somebody) =>
    (await (await browser.context()).asViewer((tx) => listWaiting(tx, personId))).shown
  const pageOf = async ({ browser, personId }: Somebody) =>
    loadFamily(await browser.context(), personId)
  const relativesOf = async ({ browser, personId }: Somebody) =>
    (await browser.context()).asViewer((tx) => listRelatives(tx, personId))
  const ask = async (who: Somebody, number: string) =>
    askByNumber(await who.browser.context(), { number, name: '김미영' })

  /** Linked by a request to the senior's number. */
  async function linked(kinds: readonly (typeof both)[number][] = both) {
    const [senior, daughter] = [await somebody(), await somebody()]
    await ask(daughter, senior.phone)
    const [waiting] = await waitingFor(senior)
    const context = await senior.browser.context()
    await acceptWaiting(context, waiting?.id ?? '', { relation: '딸', kinds })
    const [relative] = await relativesOf(senior)
    return { senior, daughter, linkId: relative?.linkId ?? '' }
  }

  test('a request waits for the senior with name and verified number, and becomes a link by their yes', async () => {
    const [senior, daughter] = [await somebody(), await somebody()]
    expect(await ask(daughter, senior.phone)).toEqual({ asked: true })
    const [waiting] = await waitingFor(senior)
    expect(waiting).toMatchObject({ name: '김미영', sideBySide: false })
    expect(waiting?.phone).toBe(formatPhone(daughter.phone))
    expect(await findFamilyNews(await senior.browser.context())).toMatchObject({
      linked: false,
      waiting: 1,
      askAgain: 0,
    })
    expect((await pageOf(daughter)).seniors).toEqual([])
    await acceptWaiting(await senior.browser.context(), waiting?.id ?? '', {
      relation: '딸',
      kinds: ['med_today'],
    })
    expect(await relativesOf(senior)).toMatchObject([
      { name: '김미영', relation: '딸', kinds: ['med_today'], askAgain: false },
    ])
    const page = await pageOf(daughter)
    expect(page.seniors).toMatchObject([
      { medicines: [], finishedCard: null, phone: { dialled: senior.phone } },
    ])
  })

  test('guessing at codes is stopped', async () => {
    const daughter = await somebody()
    const guess = async () =>
      joinInvite(await daughter.browser.context(), { secret: 'x'.repeat(43), name: '김미영' })
    for (let i = 0; i < rateLimits.familyJoinPerPerson.points; i++)
      expect(await guess()).toBe(false)
    await expect(guess()).rejects.toMatchObject({ status: 429 })
  })

  test('the senior changes and either side ends what is seen, at once', async () => {
    const { senior, daughter, linkId } = await linked()
    expect((await pageOf(daughter)).seniors).toMatchObject([{ medicines: [], finishedCard: false }])
    const { version } = await pageOf(daughter)
    await changeLink(await senior.browser.context(), linkId, ['cards'])
    const changed = await pageOf(daughter)
    expect(changed.seniors).toMatchObject([{ medicines: null, finishedCard: false }])
    expect(changed.version).not.toBe(version)
    await changeLink(await daughter.browser.context(), linkId, both)
    expect((await pageOf(daughter)).seniors).toMatchObject([{ medicines: null }])
    await endLink(await daughter.browser.context(), linkId)
    expect((await pageOf(daughter)).seniors).toEqual([])
    expect(await relativesOf(senior)).toEqual([])
    expect((await pageOf(daughter)).version).not.toBe(changed.version)
  })

  test('half a year later the senior is asked again, and nothing is seen meanwhile', async () => {
    const { senior, daughter, linkId } = await linked()
    const age = (interval: string) =>
      world.owner.query(
        `update gyeote.consents set created_at = now() - interval '${interval}' where link_id = $1`,
        [linkId],
      )
    await age('5 months 20 days')
    expect(await relativesOf(senior)).toMatchObject([{ askAgain: true, kinds: [...both] }])
    expect(await findFamilyNews(await senior.browser.context())).toMatchObject({
      linked: true,
      waiting: 0,
      askAgain: 1,
    })
    await age('6 months 1 day')
    expect((await pageOf(daughter)).seniors).toMatchObject([
      { medicines: null, finishedCard: null },
    ])
    expect(await relativesOf(senior)).toMatchObject([{ askAgain: true }])
    await changeLink(await senior.browser.context(), linkId, both)
    expect(await relativesOf(senior)).toMatchObject([{ askAgain: false, kinds: [...both] }])
    expect((await pageOf(daughter)).seniors).toMatchObject([{ finishedCard: false }])
  })

  test('a daughter may be a senior herself, with several on both sides', async () => {
    const [mother, father, daughter, son] = [
      await somebody(),
      await somebody(),
      await somebody(),
      await somebody(),
    ]
    const link = async (senior: Somebody, relative: Somebody) => {
      await ask(relative, senior.phone)
      const [waiting] = await waitingFor(senior)
      await acceptWaiting(await senior.browser.context(), waiting?.id ?? '', {
        relation: '딸',
        kinds: both,
      })
    }
    await link(mother, daughter)
    await link(father, daughter)
    await link(daughter, son)
    await link(mother, son)
    expect((await pageOf(daughter)).seniors).toHaveLength(2)
    expect(await relativesOf(daughter)).toHaveLength(1)
    expect(await relativesOf(mother)).toHaveLength(2)
  })

  describe('the day as the family reads it', () => {
    /** Tells the server that the phone is here; what is left on it unsent. */
    const speak = async ({ browser }: Somebody, unsent: number) =>
      receiveOutbox(
        await browser.context(),
        catalogHandlers,
        JSON.stringify({ v: 1, deviceId: newId(), build: 'test', unsent, commands: [] }),
      )
    /** At a moment of 2026-11-24 in Korea, minutes since midnight. */
    const readAt = async (who: Somebody, minute: number) => {
      const now = new Date(Date.parse('2026-11-24T00:00:00+09:00') + minute * 60_000)
      const context = await who.browser.context()
      const page = await loadFamily({ ...context, clock: { now: () => now } }, who.personId)
      return page.seniors[0]?.medicines?.map(({ title, sentence }) => `${title}: ${sentence}`)
    }
    const reachAt = (who: Somebody, time: string, emptied: boolean) =>
      world.owner.query(
        `update gyeote.device_reach set reached_at = $2, emptied_at = case when $3 then $2::timestamptz end
         where person_id = $1`,
        [who.personId, `2026-11-24T${time}:00+09:00`, emptied],
      )

    test('never says missed: early, no answer, out of reach, taken', async () => {
      const { senior, daughter, linkId } = await linked()
      await world.owner.query(
        `insert into gyeote.consents (person_id, link_id, kind, given, text_version)
         values ($1, $2, 'med', true, 'test')`,
        [senior.personId, linkId],
      )
      await giveConsent(senior.browser)
      const course = newId()
      const schedule = pouch(course)
      const [first] = schedule.courses
      await recordActs(senior.browser, {
        ...schedule,
        courses: first ? [{ ...first, trackedFrom: first.trackedFrom - 600 }] : [],
      })
      expect(await readAt(daughter, 7 * 60)).toEqual(['아침 약: 아직 시간 전이에요.'])
      expect(await readAt(daughter, 8 * 60 + 30)).toEqual(['아침 약: 지금이 약 시간이에요.'])
      expect(await readAt(daughter, 9 * 60 + 5)).toEqual([
        '아침 약: 확인이 안 돼요. 휴대폰과 아직 이어지지 않았어요.',
      ])
      await speak(senior, 1)
      await reachAt(senior, '08:30', false)
      expect(await readAt(daughter, 9 * 60 + 5)).toEqual([
        '아침 약: 확인이 안 돼요. 마지막 확인은 오전 8시 30분이에요.',
      ])
      await speak(senior, 0)
      await reachAt(senior, '07:00', true)
      expect(await readAt(daughter, 9 * 60 + 5)).toEqual([
        '아침 약: 확인이 안 돼요. 마지막 확인은 오전 7시예요.',
      ])
      await reachAt(senior, '08:40', true)
      expect(await readAt(daughter, 9 * 60 + 5)).toEqual([
        '아침 약: 답이 없어요. 전화해 보시겠어요?',
      ])
      await recordActs(senior.browser, { answers: [taken(course)] })
      expect(await readAt(daughter, 9 * 60 + 5)).toEqual(['아침 약: 오전 8시 5분에 드셨어요.'])
    })

    test('a phone that keeps a refused deed is not taken for empty', async () => {
      const { senior } = await linked()
      const emptied = async () =>
        (
          await world.owner.query<{ emptied: boolean }>(
            `select emptied_at is not null as emptied from gyeote.device_reach where person_id = $1`,
            [senior.personId],
          )
        )[0]?.emptied
      await speak(senior, 2)
      expect(await emptied()).toBe(false)
      const context = await senior.browser.context()
      const refused = { id: newId(), seq: 1, person: null, type: 'set_name', typeV: 1 }
      await receiveOutbox(
        context,
        catalogHandlers,
        JSON.stringify({
          v: 1,
          deviceId: newId(),
          build: 'test',
          unsent: 0,
          commands: [{ ...refused, occurredAt: start.toISOString(), payload: { wrong: true } }],
        }),
      )
      expect(await emptied()).toBe(false)
      await speak(senior, 0)
      expect(await emptied()).toBe(true)
    })
  })
})
