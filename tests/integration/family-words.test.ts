import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { applyNow } from '~/commands/apply-now.server'
import { catalogHandlers } from '~/commands/catalog.server'
import { receiveOutbox } from '~/commands/receive-outbox.server'
import { acceptWaiting } from '~/features/family/answer-waiting.server'
import { askByNumber } from '~/features/family/ask-by-number.server'
import { endLink } from '~/features/family/change-link.server'
import { listWaiting } from '~/features/family/list-waiting.server'
import { loadFamily } from '~/features/family/load-family.server'
import { answerFamily } from '~/features/family/words/answer-family.server'
import { forgetWords } from '~/features/family/words/forget-words.server'
import { sendWord } from '~/features/family/words/send-word.server'
import { setName } from '~/features/account/set-name.server'
import { rateLimits } from '~/platform/http/rate-limits.server'
import { describeOnEachDatabase, type TestDatabase } from '../support/databases'
import { newPhone, openWorld, signIn, type Browser, type World } from './accounts-world'
import { findFamilyNews } from './family-news'

interface Somebody {
  browser: Browser
  personId: string
  phone: string
}

describeOnEachDatabase('a kind word', (open) => {
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
  /** Becomes family of the senior, who shows them nothing. */
  async function link(senior: Somebody, relative: Somebody, name = '김미영') {
    const asking = await relative.browser.context()
    await setName(asking, name)
    await askByNumber(asking, { number: senior.phone, name })
    const context = await senior.browser.context()
    const {
      shown: [waiting],
    } = await context.asViewer((tx) => listWaiting(tx, senior.personId))
    await acceptWaiting(context, waiting?.id ?? '', { relation: '딸', kinds: [] })
  }
  async function family() {
    const [senior, daughter] = [await somebody(), await somebody()]
    await link(senior, daughter)
    return { senior, daughter, linkId: (await pageOf(daughter)).seniors[0]?.linkId ?? '' }
  }
  const pageOf = async ({ browser, personId }: Somebody) =>
    loadFamily(await browser.context(), personId)
  const newsOf = async ({ browser }: Somebody) => findFamilyNews(await browser.context())
  const send = async ({ browser }: Somebody, linkId: string, typed: string) =>
    sendWord(await browser.context(), { linkId, typed })
  const sayFine = async ({ browser }: Somebody) =>
    applyNow(await browser.context(), { id: newId(), type: 'say_fine', payload: {} })

  describe('오늘은 괜찮아요', () => {
    test('is seen by everybody who is linked, whatever else they see, and once a day', async () => {
      const { senior, daughter } = await family()
      const son = await somebody()
      await link(senior, son)
      const before = await pageOf(daughter)
      expect(before.seniors).toMatchObject([{ fine: null, medicines: null, finishedCard: null }])
      expect(await sayFine(senior)).toEqual({ status: 'accepted' })
      const told = /^오늘은 괜찮다고 하셨어요 · (오전|오후|낮|밤|새벽).*\d+(시|분)$/
      const after = await pageOf(daughter)
      expect(after.seniors[0]?.fine).toMatch(told)
      expect(after.version).not.toBe(before.version)
      expect((await pageOf(son)).seniors[0]?.fine).toBe(after.seniors[0]?.fine)
      expect((await newsOf(senior))?.fineAt).not.toBeNull()
      const { fineAt } = (await newsOf(senior)) ?? {}
      world.passMinutes(1)
      expect(await sayFine(senior)).toEqual({ status: 'accepted' })
      expect((await newsOf(senior))?.fineAt).toBe(fineAt)
    })

    test('said without a network counts for the moment in which it was said', async () => {
      const { senior, daughter } = await family()
      const context = await senior.browser.context()
      const answer = await receiveOutbox(
        context,
        catalogHandlers,
        JSON.stringify({
          v: 1,
          deviceId: newId(),
          build: 'test',
          unsent: 0,
          commands: [
            {
              id: newId(),
              seq: 1,
              person: senior.personId,
              type: 'say_fine',
              typeV: 1,
              occurredAt: '2026-11-24T00:00:00.000Z',
              payload: {},
            },
          ],
        }),
      )
      expect(answer.status).toBe(200)
      const [row] = await world.owner.query<{ day: string; hour: number }>(
        `select day::text, extract(hour from said_at at time zone 'Asia/Seoul')::int as hour
         from gyeote.family_fine where person_id = $1`,
        [senior.personId],
      )
      expect(row).toEqual({ day: '2026-11-24', hour: 9 })
      expect((await pageOf(daughter)).seniors[0]?.fine).toBeNull()
    })

    test('is refused when nobody is linked any more', async () => {
      const { senior, daughter, linkId } = await family()
      await endLink(await daughter.browser.context(), linkId)
      expect(await sayFine(senior)).toEqual({ status: 'refused', reason: 'no_family' })
      expect(await sayFine(await somebody())).toEqual({ status: 'refused', reason: 'no_family' })
    })

    test('is said by a form without JavaScript too, and a double tap counts once', async () => {
      const { senior } = await family()
      const form = new FormData()
      form.set('family', 'fine')
      form.set('commandId', newId())
      const context = await senior.browser.context()
      expect(await answerFamily(context, form)).toBe(true)
      expect(await answerFamily(context, form)).toBe(true)
      expect((await newsOf(senior))?.fineAt).not.toBeNull()
      expect(await answerFamily(context, new FormData())).toBe(false)
    })
  })

  describe('한마디', () => {
    test('reaches the senior with the name of who wrote it, until they put it away', async () => {
      const { senior, daughter, linkId } = await family()
      expect(await send(daughter, linkId, '  엄마,\n오늘도 잘 지내세요! ')).toEqual({ sent: true })
      expect((await pageOf(daughter)).seniors[0]?.sentWord).toBe('엄마, 오늘도 잘 지내세요!')
      const [word] = (await newsOf(senior))?.words ?? []
      expect(word).toMatchObject({ name: '김미영', words: '엄마, 오늘도 잘 지내세요!' })
      const hear = async (wordId: string) =>
        applyNow(await senior.browser.context(), {
          id: newId(),
          type: 'hear_word',
          payload: { wordId },
        })
      expect(await hear(word?.id ?? '')).toEqual({ status: 'accepted' })
      expect((await newsOf(senior))?.words).toEqual([])
      expect(await hear(newId())).toEqual({ status: 'accepted' })
      expect((await pageOf(daughter)).seniors[0]?.sentWord).toBe('엄마, 오늘도 잘 지내세요!')
    })

    test('goes once a day and link, to the senior of the link and to nobody else', async () => {
      const { senior, daughter, linkId } = await family()
      const other = await somebody()
      await link(other, daughter)
      expect(await send(daughter, linkId, '하나')).toEqual({ sent: true })
      expect(await send(daughter, linkId, '하나')).toEqual({ sent: true })
      expect(await send(daughter, linkId, '둘')).toMatchObject({ sent: false })
      expect((await newsOf(senior))?.words).toHaveLength(1)
      expect((await newsOf(other))?.words).toEqual([])
      for (const [who, where] of [
        [senior, linkId],
        [other, linkId],
        [daughter, newId()],
        [daughter, 'x'],
      ] as const)
        expect(await send(who, where, '셋')).toMatchObject({ sent: false })
    })

    test('that does not fit says why and reaches nobody', async () => {
      const { senior, daughter, linkId } = await family()
      for (const typed of ['', '가'.repeat(61), '보세요 bank.kr', '010-1234-5678로 걸어'])
        expect(await send(daughter, linkId, typed)).toMatchObject({ sent: false })
      expect((await newsOf(senior))?.words).toEqual([])
    })

    test('is stopped when somebody tries too often', async () => {
      const { daughter, linkId } = await family()
      for (let i = 0; i < rateLimits.familyWordPerPerson.points; i++)
        await send(daughter, linkId, `말 ${i}`)
      const last = await send(daughter, linkId, '말 0')
      expect(last).toMatchObject({ sent: false, message: expect.stringContaining('여러 번') })
    })

    test('goes with the link, and after a week', async () => {
      const { senior, daughter, linkId } = await family()
      await send(daughter, linkId, '하나')
      await sayFine(senior)
      const left = async () =>
        (await world.owner.query('select 1 from gyeote.family_words where link_id = $1', [linkId]))
          .length
      const inDays = (days: number) => ({ now: () => new Date(Date.now() + days * 86_400_000) })
      await forgetWords({ ...world.parts, clock: inDays(6) })
      expect(await left()).toBe(1)
      await endLink(await senior.browser.context(), linkId)
      expect(await left()).toBe(0)
      expect(await newsOf(senior)).toMatchObject({ linked: false, words: [] })
      await forgetWords({ ...world.parts, clock: inDays(8) })
      expect(await world.owner.query('select 1 from gyeote.family_fine')).toEqual([])
      expect(await world.owner.query('select 1 from gyeote.family_words')).toEqual([])
    })
  })
})
