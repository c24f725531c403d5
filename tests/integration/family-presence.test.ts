import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { endLink } from '~/features/family/change-link.server'
import { loadFamily } from '~/features/family/load-family.server'
import { chooseHelp } from '~/features/family/helping/choose-help.server'
import { loadHelped } from '~/features/family/helping/load-helped.server'
import { loadFamilyMonth } from '~/features/family/month/load-family-month.server'
import { forgetDays } from '~/features/family/presence/forget-days.server'
import { listLooks } from '~/features/family/presence/list-looks.server'
import { noteOpened } from '~/features/family/presence/note-opened.server'
import { loadWeekPage } from '~/features/family/weekly/load-week-page.server'
import { familyDate } from '~/features/family/words/family-date'
import { waitUntil } from '../support/child-process'
import { describeOnEachDatabase, type TestDatabase } from '../support/databases'
import { openWorld, type World } from './accounts-world'
import { becomeFamily, showThem, somebody, type Somebody } from './family-people'
import { findFamilyNews } from './family-news'
import { giveConsent } from './medication-acts'

describeOnEachDatabase('who was here, and who looked', (open) => {
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

  const pageOf = async ({ browser, personId }: Somebody) =>
    loadFamily(await browser.context(), personId)
  const openApp = async ({ browser }: Somebody) => noteOpened(await browser.context())
  const daysOf = ({ personId }: Somebody) =>
    world.owner.query<{ day: string }>(
      'select day::text as day from gyeote.family_presence where person_id = $1',
      [personId],
    )

  describe('오늘 열어 보셨어요', () => {
    test('is seen by whom it was consented to, and by nobody else', async () => {
      const [senior, daughter, son] = [
        await somebody(world),
        await somebody(world),
        await somebody(world),
      ]
      const link = await becomeFamily(senior, daughter, ['presence'])
      await becomeFamily(senior, son, ['med_today', 'cards'])
      const before = await pageOf(daughter)
      expect(before.seniors).toMatchObject([{ opened: false, shares: true, medicines: null }])
      expect(await findFamilyNews(await senior.browser.context())).toMatchObject({
        sharesPresence: true,
      })

      await openApp(senior)
      await openApp(senior)
      const after = await pageOf(daughter)
      expect(after.seniors).toMatchObject([{ opened: true }])
      expect(after.version).not.toBe(before.version)
      expect((await pageOf(son)).seniors).toMatchObject([{ opened: false }])
      expect(await daysOf(senior)).toHaveLength(1)

      await showThem(senior, link, [])
      expect((await pageOf(daughter)).seniors).toMatchObject([{ opened: false, shares: false }])
    })

    test('is written down only while somebody has the consent', async () => {
      const [senior, daughter] = [await somebody(world), await somebody(world)]
      await openApp(senior)
      const link = await becomeFamily(senior, daughter, ['med', 'cards', 'scam_alert'])
      await openApp(senior)
      expect(await daysOf(senior)).toEqual([])
      expect(await findFamilyNews(await senior.browser.context())).toMatchObject({
        sharesPresence: false,
      })
      await showThem(senior, link, ['presence'])
      await world.owner.query(
        `update gyeote.consents set created_at = now() - interval '6 months' where link_id = $1`,
        [link],
      )
      await openApp(senior)
      expect(await daysOf(senior)).toEqual([])
      await showThem(senior, link, ['presence'])
      await endLink(await daughter.browser.context(), link)
      await openApp(senior)
      expect(await daysOf(senior)).toEqual([])
    })

    test('is over with the care date, and then gone', async () => {
      const [senior, daughter] = [await somebody(world), await somebody(world)]
      await becomeFamily(senior, daughter, ['presence'])
      await openApp(senior)
      const [today] = await daysOf(senior)
      await world.owner.query('update gyeote.family_presence set day = day - 1')
      expect((await pageOf(daughter)).seniors).toMatchObject([{ opened: false }])
      await openApp(senior)
      expect(await daysOf(senior)).toEqual([today])

      const at = (time: string) => ({
        ...world.parts,
        clock: { now: () => new Date(`${today?.day}T${time}+09:00`) },
      })
      await forgetDays(at('23:59:00'))
      expect(await daysOf(senior)).toHaveLength(1)
      await world.owner.query('update gyeote.family_presence set day = day - 1')
      await forgetDays(at('03:59:00'))
      expect(await daysOf(senior)).toHaveLength(1)
      await forgetDays(at('04:00:00'))
      expect(await daysOf(senior)).toEqual([])
    })
  })

  describe('who looked', () => {
    const looksOf = async ({ browser }: Somebody) =>
      (await browser.context()).asViewer((tx) => listLooks(tx, world.parts.clock.now()))
    const rowsOf = (link: string) =>
      world.owner.query('select day from gyeote.family_looks where link_id = $1', [link])
    const isNoted = (link: string, days = 1) =>
      waitUntil(async () => (await rowsOf(link)).length === days, 'the look')

    test('is told to the senior by person, and a page that is loaded twice counts once', async () => {
      const [senior, daughter, son] = [
        await somebody(world),
        await somebody(world),
        await somebody(world),
      ]
      const hers = await becomeFamily(senior, daughter, ['cards'])
      const his = await becomeFamily(senior, son, ['cards'], '김민수')
      await Promise.all([pageOf(daughter), pageOf(daughter), pageOf(daughter)])
      await isNoted(hers)
      expect(await looksOf(senior)).toEqual(new Map([[hers, '오늘 보셨어요.']]))
      expect(await looksOf(daughter)).toEqual(new Map())
      await pageOf(son)
      await isNoted(his)
      await world.owner.query('update gyeote.family_looks set day = day - 1 where link_id = $1', [
        hers,
      ])
      expect(await looksOf(senior)).toEqual(
        new Map([
          [hers, '어제 보셨어요.'],
          [his, '오늘 보셨어요.'],
        ]),
      )
      await pageOf(daughter)
      await isNoted(hers, 2)
      expect((await looksOf(senior)).get(hers)).toBe('오늘 보셨어요. 지난 30일에 2일 보셨어요.')

      await endLink(await senior.browser.context(), hers)
      expect(await rowsOf(hers)).toEqual([])
    })

    test('is a month as well, and nothing where nothing was shown', async () => {
      const [senior, daughter] = [await somebody(world), await somebody(world)]
      const link = await becomeFamily(senior, daughter, ['presence'])
      const context = await daughter.browser.context()
      const month = familyDate(world.parts.clock.now()).slice(0, 7)
      expect(await loadFamilyMonth(context, link, month)).toBeNull()
      expect((await pageOf(daughter)).seniors).toHaveLength(1)
      await showThem(senior, link, ['med'])
      expect(await rowsOf(link)).toEqual([])
      expect(await loadFamilyMonth(context, link, month)).not.toBeNull()
      await isNoted(link)
    })

    test('is the week as well, and the pages on which somebody helps, once they show something', async () => {
      const [senior, daughter] = [await somebody(world), await somebody(world)]
      const link = await becomeFamily(senior, daughter, ['med_today'])
      const noneNoted = async () => {
        // Nobody waits for a look: one by somebody else comes after any that was noted by mistake.
        const [other, son] = [await somebody(world), await somebody(world)]
        const his = await becomeFamily(other, son, ['cards'])
        await pageOf(son)
        await isNoted(his)
        expect(await rowsOf(link)).toEqual([])
      }
      const context = await daughter.browser.context()
      await giveConsent(senior.browser)
      expect(await loadHelped(context, link)).toBeNull()
      await chooseHelp(await senior.browser.context(), link, 'help', ['med_today'])
      expect(await loadHelped(context, link)).toMatchObject({ state: 'waits' })
      await noneNoted()
      await world.owner.query(
        `update gyeote.family_links set helps_from = helps_from - interval '1 day' where id = $1`,
        [link],
      )
      expect(await loadHelped(context, link)).toMatchObject({ state: 'open' })
      await isNoted(link)

      await world.owner.query('delete from gyeote.family_looks')
      await loadWeekPage(context, daughter.personId)
      await noneNoted()
      await showThem(senior, link, ['med'])
      expect((await loadWeekPage(context, daughter.personId)).seniors).toHaveLength(1)
      await isNoted(link)
    })

    test('holds up no page, and fails none', async () => {
      const [senior, daughter] = [await somebody(world), await somebody(world)]
      await becomeFamily(senior, daughter, ['cards'])
      await world.owner.query(
        'alter table gyeote.family_looks add constraint broken check (false) not valid',
      )
      try {
        expect((await pageOf(daughter)).seniors).toMatchObject([{ finishedCard: false }])
        await waitUntil(
          async () => world.parts.lines.some((line) => line.includes('check constraint')),
          'the log line',
        )
      } finally {
        await world.owner.query('alter table gyeote.family_looks drop constraint broken')
      }
    })

    test('goes after 30 days, for the senior at once and then for good', async () => {
      const [senior, daughter] = [await somebody(world), await somebody(world)]
      const link = await becomeFamily(senior, daughter, ['cards'])
      await pageOf(daughter)
      await isNoted(link)
      const move = (days: number) =>
        world.owner.query('update gyeote.family_looks set day = day - $2::int where link_id = $1', [
          link,
          days,
        ])
      await move(29)
      expect((await looksOf(senior)).size).toBe(1)
      await forgetDays(world.parts)
      expect(await rowsOf(link)).toHaveLength(1)
      await move(1)
      expect((await looksOf(senior)).size).toBe(0)
      await forgetDays(world.parts)
      expect(await rowsOf(link)).toEqual([])
    })

    test('nobody notes a look at a link that is not theirs', async () => {
      const [senior, daughter, stranger] = [
        await somebody(world),
        await somebody(world),
        await somebody(world),
      ]
      const link = await becomeFamily(senior, daughter, ['cards'])
      for (const one of [stranger, senior])
        await (
          await one.browser.context()
        ).asViewer((tx) => sql`select gyeote.note_family_looks(array[${link}]::uuid[])`.execute(tx))
      expect(await rowsOf(link)).toEqual([])
    })
  })
})
