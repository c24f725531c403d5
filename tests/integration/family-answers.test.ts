import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { acceptWaiting, refuseWaiting } from '~/features/family/answer-waiting.server'
import { askByNumber } from '~/features/family/ask-by-number.server'
import { endLink } from '~/features/family/change-link.server'
import { forgetAsking } from '~/features/family/forget-asking.server'
import { loadHelped } from '~/features/family/helping/load-helped.server'
import { loadFamily } from '~/features/family/load-family.server'
import { action as changeAction } from '~/features/family/routes/link'
import { action as ladderAction } from '~/features/family/routes/ladder'
import { action as answerAction, loader } from '~/features/family/routes/waiting'
import { forgetAllSessions } from '~/platform/session/session-memory.server'
import { describeOnEachDatabase, type TestDatabase } from '../support/databases'
import { openWorld, type World } from './accounts-world'
import {
  becomeFamily,
  post,
  relativesOf,
  sitBeside,
  somebody as somebodyIn,
  waitingFor,
  type Somebody,
} from './family-people'
import { giveConsent } from './medication-acts'

const kinds = ['med_today'] as const

describeOnEachDatabase('the answer of a senior', (open) => {
  let opened: TestDatabase
  let world: World
  let senior: Somebody
  let daughter: Somebody
  beforeAll(async () => {
    opened = await open()
    world = await openWorld(opened, 'in this process')
  })
  afterAll(async () => {
    await world.close()
    await opened.close()
  })
  beforeEach(async () => {
    senior = await somebodyIn(world)
    daughter = await somebodyIn(world)
  })

  const ask = async (who = daughter, number = senior.phone) =>
    askByNumber(await who.browser.context(), { number, name: '김미영' })
  /** As from before the link: today somebody who is linked is told so. */
  const askAllTheSame = async () =>
    (await daughter.browser.context()).asViewer((tx) =>
      sql`select gyeote.ask_family(${senior.phone}, '김미영')`.execute(tx),
    )
  const pageOf = async ({ browser, personId }: Somebody) =>
    loadFamily(await browser.context(), personId)
  const accept = async (helps = false) => {
    const [waiting] = await waitingFor(senior)
    const yes = { relation: '딸', kinds, helps }
    return acceptWaiting(await senior.browser.context(), waiting?.id ?? '', yes)
  }
  const refuse = async (block = false) => {
    const [waiting] = await waitingFor(senior)
    await refuseWaiting(await senior.browser.context(), waiting?.id ?? '', { block })
  }
  const linkOf = async () => {
    const [relative] = await relativesOf(senior)
    return relative?.linkId ?? ''
  }

  describe('yes', () => {
    test('takes the request out of both lists, and once the link has ended it can be asked anew', async () => {
      await ask()
      expect((await pageOf(daughter)).requests).toHaveLength(1)
      expect(await accept()).toBe(true)
      expect((await pageOf(daughter)).requests).toEqual([])
      expect(await waitingFor(senior)).toEqual([])
      await endLink(await senior.browser.context(), await linkOf())
      expect(await ask()).toEqual({ asked: true })
      expect(await waitingFor(senior)).toHaveLength(1)
      expect(await accept()).toBe(true)
      expect((await pageOf(daughter)).seniors).toHaveLength(1)
    })

    test('side by side is one to what was asked by number, also after a no', async () => {
      await ask()
      await refuse()
      expect(await sitBeside(senior, daughter)).toBe(true)
      expect(await accept()).toBe(true)
      expect((await pageOf(daughter)).requests).toEqual([])
      await endLink(await daughter.browser.context(), await linkOf())
      await ask()
      expect(await waitingFor(senior)).toHaveLength(1)
    })

    test('of others stays theirs', async () => {
      const [son, neighbour] = [await somebodyIn(world), await somebodyIn(world)]
      await ask(son)
      await ask(daughter, neighbour.phone)
      await ask()
      await accept()
      expect((await pageOf(son)).requests).toHaveLength(1)
      expect((await pageOf(daughter)).requests).toHaveLength(1)
      expect(await waitingFor(neighbour)).toHaveLength(1)
    })

    test('to who has joined by a code can be given for a day', async () => {
      await sitBeside(senior, daughter)
      const [joined] = await waitingFor(senior)
      expect((await pageOf(daughter)).joined).toBe(1)
      const letPass = (interval: string) =>
        world.owner.query(
          `update gyeote.family_invites set joined_at = now() - interval '${interval}' where id = $1`,
          [joined?.id],
        )
      await letPass('23 hours')
      expect(await waitingFor(senior)).toEqual([joined])
      await forgetAsking(world.parts)
      await letPass('24 hours 5 minutes')
      expect(await waitingFor(senior)).toEqual([])
      expect((await pageOf(daughter)).joined).toBe(0)
      const context = await senior.browser.context()
      const yes = { relation: '딸', kinds }
      expect(await acceptWaiting(context, joined?.id ?? '', yes)).toBe(false)
      expect(await relativesOf(senior)).toEqual([])
      const kept = () =>
        world.owner.query('select id from gyeote.family_invites where id = $1', [joined?.id])
      expect(await kept()).toHaveLength(1)
      await forgetAsking(world.parts)
      expect(await kept()).toEqual([])
    })
  })

  describe('once more to somebody who is linked', () => {
    /** What the page says of when helping would begin. */
    const said = async () => {
      const [waiting] = await waitingFor(senior)
      const page = await loader({
        context: { ...(await senior.browser.context()) },
        request: new Request('http://localhost/'),
        params: { waitingId: waiting?.id ?? '' },
      })
      return page && { isLinked: page.isLinked, from: page.couldHelpFrom }
    }
    const begins = async () =>
      (await loadHelped(await daughter.browser.context(), await linkOf()))?.state
    beforeEach(() => giveConsent(senior.browser))

    test('a number, and then a code: helping begins at once, as the page says', async () => {
      await ask()
      expect(await said()).toMatchObject({
        isLinked: false,
        from: expect.stringMatching(/^내일 /) as string,
      })
      await accept(true)
      expect(await begins()).toBe('waits')
      await sitBeside(senior, daughter)
      expect(await said()).toEqual({ isLinked: true, from: '바로' })
      await accept(true)
      expect(await begins()).toBe('open')
      expect(await relativesOf(senior)).toMatchObject([{ sideBySide: true }])
    })

    test('a code, and then a number: who sat beside the senior need not wait, as the page says', async () => {
      await sitBeside(senior, daughter)
      await accept()
      await askAllTheSame()
      expect(await said()).toEqual({ isLinked: true, from: '바로' })
      await accept(true)
      expect(await begins()).toBe('open')
      expect(await relativesOf(senior)).toMatchObject([{ sideBySide: true }])
    })

    test('a number, and then a number: the day of waiting is the first one, as the page says', async () => {
      await ask()
      await accept(true)
      await world.owner.query(
        `update gyeote.family_links set helps_from = helps_from - interval '20 hours' where id = $1`,
        [await linkOf()],
      )
      const [before] = await relativesOf(senior)
      await askAllTheSame()
      expect((await said())?.from).not.toBe('바로')
      await accept(true)
      const [after] = await relativesOf(senior)
      expect(after).toMatchObject({ helpsFrom: before?.helpsFrom, sideBySide: false })
      await world.owner.query(
        `update gyeote.family_links set helps_from = now() - interval '1 hour' where id = $1`,
        [await linkOf()],
      )
      await askAllTheSame()
      expect((await said())?.from).toBe('바로')
    })

    test('a number that stands on one’s own link is not asked again', async () => {
      await ask()
      await accept()
      expect(await ask()).toMatchObject({
        asked: false,
        message: expect.stringContaining('이어진') as string,
      })
      expect(await waitingFor(senior)).toEqual([])
      expect((await pageOf(daughter)).requests).toEqual([])
    })

    test('no leaves the link as it is, and a block ends it', async () => {
      await ask()
      await accept()
      await askAllTheSame()
      await refuse()
      expect((await pageOf(daughter)).seniors).toHaveLength(1)
      await sitBeside(senior, daughter)
      await refuse(true)
      expect((await pageOf(daughter)).seniors).toEqual([])
      expect(await relativesOf(senior)).toEqual([])
      expect(await sitBeside(senior, daughter)).toBe(false)
    })
  })

  describe('that cannot be written down is said to be', () => {
    const yes = [
      ['answer', 'yes'],
      ['relation', '딸'],
      ['preset', 'today'],
      ['role', 'view'],
    ] as const

    test('to who asks no more', async () => {
      await ask()
      const [waiting] = await waitingFor(senior)
      const params = { waitingId: waiting?.id ?? '' }
      expect(await post(answerAction, senior, yes, params)).toBe('/me/family')
      expect(await post(answerAction, senior, yes, params)).toBe('/me/family?not-done=no_asking')
      expect(await relativesOf(senior)).toHaveLength(1)
    })

    test('to who chose one by one and ticked nothing, and nobody is linked', async () => {
      await ask()
      const [waiting] = await waitingFor(senior)
      const params = { waitingId: waiting?.id ?? '' }
      const each = yes.map(([name, value]) => [name, name === 'preset' ? 'each' : value] as const)
      expect(await post(answerAction, senior, each, params)).toMatchObject({
        preset: expect.stringContaining('보여 줄 것을 안 고르셨어요.'),
      })
      expect(await relativesOf(senior)).toEqual([])
      const ticked = [...each, ['kind', 'cards'] as const]
      expect(await post(answerAction, senior, ticked, params)).toBe('/me/family')
    })

    test('of a link that has ended meanwhile', async () => {
      const linkId = await becomeFamily(senior, daughter, kinds)
      const change = [['preset', 'both']] as const
      expect(await post(changeAction, senior, change, { linkId })).toBe('/me/family')
      await endLink(await daughter.browser.context(), linkId)
      const over = '/me/family?not-done=no_link'
      expect(await post(changeAction, senior, change, { linkId })).toBe(over)
      const role = [
        ['intent', 'role'],
        ['role', 'help'],
      ] as const
      expect(await post(changeAction, senior, role, { linkId })).toBe(over)
    })

    test('of the ladder in a session that is not sure of itself', async () => {
      const refuseAll = [['intent', 'refuse']] as const
      expect(await post(ladderAction, senior, refuseAll)).toBe('/me/family/ladder?saved')
      await world.owner.query(`update gyeote.devices set held_until = $2 where person_id = $1`, [
        senior.personId,
        new Date(Date.now() + 60 * 60_000),
      ])
      // Also where the process still remembers the session as it was.
      expect(await post(ladderAction, senior, refuseAll)).toBe('/me/family')
      forgetAllSessions(world.parts.db)
      expect(await post(ladderAction, senior, refuseAll)).toBe('/me/family')
      const choices = await world.owner.query(
        'select given from gyeote.ladder_choices where person_id = $1',
        [senior.personId],
      )
      expect(choices).toEqual([{ given: false }])
    })
  })
})
