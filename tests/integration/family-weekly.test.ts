import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { requestDeletion } from '~/features/account/request-deletion.server'
import { setName } from '~/features/account/set-name.server'
import { stopWeekly } from '~/features/family/weekly/choose-weekly.server'
import { loadWeekPage } from '~/features/family/weekly/load-week-page.server'
import { claimWeekly } from '~/features/family/weekly/weekly-work.server'
import { stopByLink } from '~/features/family/weekly/stop-link.server'
import { describeOnEachDatabase, type TestDatabase } from '../support/databases'
import type { World } from './accounts-world'
import { becomeFamily, showThem, somebody } from './family-people'
import { newAddress, openWeeklyScene, seoul, type WeeklyScene } from './weekly-scene'

describeOnEachDatabase('the week of the family', (open) => {
  let opened: TestDatabase
  let scene: WeeklyScene
  let world: World
  beforeAll(async () => {
    opened = await open()
    scene = await openWeeklyScene(opened)
    world = scene.world
  })
  afterEach(() => scene.startAnew())
  afterAll(async () => {
    await scene.close()
    await opened.close()
  })

  describe('by e-mail', () => {
    test('tells the numbers of the week, names nobody, and ends by its link without a session', async () => {
      const { senior, daughter } = await scene.family()
      await setName(await senior.browser.context(), '김순자')
      await scene.giveMedicines(senior)
      const address = await scene.byMail(daughter)
      world.standAt(seoul('19:00'))
      expect(await scene.send()).toBe(1)
      const [mail] = scene.to(address)
      expect(mail?.headers.subject).toBe('[곁에] 한 주 소식이 왔어요')
      expect(mail?.text).toContain(
        [
          '약 드실 때 5번 가운데 2번 드셨다고 하셨어요.',
          '2번은 확인이 안 돼요.',
          '1번은 기록이 없어요.',
          '마친 배움은 없어요.',
        ].join('\n'),
      )
      for (const secret of ['순자', '미영', '아침 약', '포', senior.phone.slice(-4)])
        expect(mail?.text, secret).not.toContain(secret)
      const link = /https:\/\/gyeote\.example\/family\/stop\/[\w-]+/.exec(mail?.text ?? '')?.[0]
      expect(mail?.headers).toMatchObject({
        'list-unsubscribe': `<${link}>`,
        'list-unsubscribe-post': 'List-Unsubscribe=One-Click',
      })
      expect(link).not.toContain(daughter.personId)

      const token = link?.split('/').at(-1) ?? ''
      expect(
        await stopByLink(world.parts, `${token.startsWith('A') ? 'B' : 'A'}${token.slice(1)}`),
      ).toBe(false)
      expect((await scene.choiceOf(daughter)).way).toBe('email')
      expect(await stopByLink(world.parts, token)).toBe(true)
      expect(await stopByLink(world.parts, token)).toBe(true)
      expect(await world.owner.query('select 1 from gyeote.family_weekly')).toEqual([])
      expect(world.parts.lines.join('\n')).not.toContain(address)
    })

    test('names the seniors where there are several', async () => {
      const { senior, daughter } = await scene.family(['cards'])
      await setName(await senior.browser.context(), '김순자')
      const father = await somebody(world)
      await setName(await father.browser.context(), '김영수')
      await becomeFamily(father, daughter, ['cards'])
      const address = await scene.byMail(daughter)
      world.standAt(seoul('19:00'))
      await scene.send()
      expect(scene.to(address)[0]?.text).toContain(
        '김순자 님\n마친 배움은 없어요.\n\n김영수 님\n마친 배움은 없어요.',
      )
    })

    test('an address that refuses is not tried again, and the page says so', async () => {
      const { daughter } = await scene.family()
      const address = await scene.byMail(daughter)
      scene.mails.answer(address, 550)
      world.standAt(seoul('19:00'))
      await scene.send()
      await world.owner.query('update gyeote.family_weekly set claimed_until = null')
      expect(await scene.send()).toBe(0)
      expect(await scene.choiceOf(daughter)).toMatchObject({ way: 'email', error: 'refused' })
    })
  })

  describe('by push', () => {
    test('says that there is news and nothing else, once, and leads to the week', async () => {
      const { senior, daughter } = await scene.family()
      await setName(await senior.browser.context(), '김순자')
      await scene.giveMedicines(senior)
      const phone = await scene.byPush(daughter)
      world.standAt(seoul('19:10'))
      expect(await scene.send()).toBe(1)
      expect(await scene.send()).toBe(0)
      const [push, ...more] = scene.service.to(phone)
      expect(more).toEqual([])
      const { title, body, navigate, actions } = push?.message.notification ?? {}
      expect({ title, body, navigate, actions }).toEqual({
        title: '이번 주 소식이 왔어요',
        body: '곁에에서 확인하세요.',
        navigate: 'https://gyeote.example/family/week',
        actions: [],
      })
      expect(push).toMatchObject({ urgency: 'normal', ttl: 43_200 })
      expect(push?.message.notification.tag).toBe(push?.topic)
      expect(JSON.stringify(push?.message)).not.toMatch(/순자|미영|\d번/)
      const page = await loadWeekPage(await daughter.browser.context(), daughter.personId)
      expect(page).toMatchObject({
        days: '11월 23일부터 11월 29일까지',
        seniors: [{ name: '김순자', sentences: expect.arrayContaining(['마친 배움은 없어요.']) }],
      })
      world.standAt(seoul('19:10', '2026-12-06'))
      expect(await scene.send()).toBe(1)
      expect(scene.service.to(phone)).toHaveLength(2)
    })

    test('a subscription that is over is forgotten, and the page says what to do', async () => {
      const { daughter } = await scene.family()
      const phone = await scene.byPush(daughter)
      scene.service.behave(phone, { answers: 410 })
      world.standAt(seoul('19:00'))
      await scene.send()
      expect(await scene.choiceOf(daughter)).toMatchObject({ way: 'push', error: 'no_phone' })
      expect(
        await world.owner.query('select 1 from gyeote.push_devices where person_id = $1', [
          daughter.personId,
        ]),
      ).toEqual([])
    })
  })

  test('is one of the forty pushes of a day, and counted whatever becomes of the process', async () => {
    const { daughter } = await scene.family(['cards'])
    const phone = await scene.byPush(daughter)
    const pushed = (number: number) =>
      world.owner.query(
        `update gyeote.reminder_plans set pushed_on = '2026-11-29', pushed = $2 where person_id = $1`,
        [daughter.personId, number],
      )
    const pushedOf = async () => {
      const [plan] = await world.owner.query<{ pushed: number }>(
        'select pushed from gyeote.reminder_plans where person_id = $1',
        [daughter.personId],
      )
      return plan?.pushed
    }
    await pushed(40)
    world.standAt(seoul('19:00'))
    await scene.send()
    expect(scene.service.asked(phone)).toBe(0)
    await pushed(39)
    scene.service.behave(phone, { answers: 500 }, 'breaks')
    await scene.passLease()
    await scene.send()
    expect(await pushedOf(), 'what surely reached nobody').toBe(39)
    await scene.passLease()
    await scene.send()
    expect(await pushedOf(), 'what may have arrived').toBe(40)
    await scene.passLease()
    await scene.send()
    expect(scene.service.asked(phone)).toBe(2)
  })

  test('a push service that is down is tried again under the same Topic', async () => {
    const { daughter } = await scene.family()
    const phone = await scene.byPush(daughter)
    scene.service.behave(phone, { answers: 500 }, { answers: 201 })
    world.standAt(seoul('19:00'))
    await scene.send()
    await scene.passLease()
    await scene.send()
    expect(scene.service.asked(phone)).toBe(2)
    expect(scene.service.to(phone)).toHaveLength(1)
  })

  test.each([
    ['2026-11-29', '18:59', 0],
    ['2026-11-29', '19:00', 1],
    ['2026-11-29', '22:59', 1],
    ['2026-11-29', '23:00', 0],
    ['2026-11-30', '08:00', 0],
    ['2026-11-28', '19:30', 0],
  ])('on %s at %s it goes to %i', async (date, time, number) => {
    const { daughter } = await scene.family(['cards'])
    const phone = await scene.byPush(daughter)
    world.standAt(seoul(time, date))
    expect(await scene.send()).toBe(number)
    expect(scene.service.to(phone)).toHaveLength(number)
  })

  test('is off until it is turned on, and off again in one tap', async () => {
    const { daughter } = await scene.family()
    world.standAt(seoul('19:00'))
    expect(await scene.send()).toBe(0)
    const phone = await scene.byPush(daughter)
    await stopWeekly(await daughter.browser.context())
    expect(await scene.send()).toBe(0)
    expect(scene.service.to(phone)).toEqual([])
    expect(await scene.choiceOf(daughter)).toEqual({
      way: null,
      email: null,
      asked: null,
      error: null,
    })
  })

  test('says what each senior shows at the moment of sending, and nothing without', async () => {
    const { senior, daughter, link } = await scene.family(['med_today', 'presence', 'scam_alert'])
    await scene.giveMedicines(senior)
    const weekOf = async () =>
      (await loadWeekPage(await daughter.browser.context(), daughter.personId)).seniors
    expect(await weekOf()).toEqual([])
    await showThem(senior, link, ['cards'])
    expect(await weekOf()).toMatchObject([{ sentences: ['마친 배움은 없어요.'] }])
    await showThem(senior, link, ['med'])
    const [{ sentences } = { sentences: [] }] = await weekOf()
    expect(sentences.join(' ')).toMatch(/^약 드실 때/)
    expect(sentences.join(' ')).not.toMatch(/배움|못|놓/)

    const address = await scene.byMail(daughter)
    const phone = await scene.byPush(daughter)
    expect(await scene.choiceOf(daughter)).toMatchObject({ way: 'push', email: null })
    await showThem(senior, link, ['med_today'])
    world.standAt(seoul('19:00'))
    expect(await scene.send()).toBe(1)
    expect(scene.to(address)).toEqual([])
    expect(scene.service.to(phone)).toEqual([])
  })

  test('nobody who is leaving, or whose link is over, is sent anything', async () => {
    const [leaving, ended] = [await scene.family(), await scene.family()]
    await scene.byPush(leaving.daughter)
    await scene.byPush(ended.daughter)
    await requestDeletion(await leaving.daughter.browser.context())
    await world.owner.query(`update gyeote.family_links set status = 'ended' where id = $1`, [
      ended.link,
    ])
    world.standAt(seoul('19:00'))
    expect(await scene.send()).toBe(0)
  })

  test('two processes send once, and what one had at its death goes out by the other', async () => {
    const addressed: string[] = []
    for (let number = 0; number < 25; number++) {
      const { daughter } = await scene.family(['cards'])
      const address = newAddress()
      addressed.push(address)
      await world.owner.query(
        `insert into gyeote.family_weekly (person_id, way, email) values ($1, 'email', $2)`,
        [daughter.personId, address],
      )
    }
    world.standAt(seoul('19:00'))
    const [dead] = await world.owner.query<{ person: string }>(
      `select person from gyeote.claim_weekly('2026-11-29', now(), 1, '5 minutes', gen_random_uuid())`,
    )
    const numbers = await Promise.all([scene.send(), scene.send(), scene.send()])
    expect(numbers.reduce((sum, one) => sum + one)).toBe(24)
    expect(scene.mails.received).toHaveLength(24)
    await world.owner.query(
      'update gyeote.family_weekly set claimed_until = now() where person_id = $1',
      [dead?.person],
    )
    expect(await scene.send()).toBe(1)
    expect(scene.mails.received.flatMap((mail) => mail.to).sort()).toEqual(addressed.sort())
  })
  test('somebody at whom a process dies is sent to alone, and not without end', async () => {
    const families = [await scene.family(['cards']), await scene.family(['cards'])]
    for (const { daughter } of families) await scene.byMail(daughter)
    world.standAt(seoul('19:00'))
    const die = async () => {
      const died = await claimWeekly(
        world.parts.db,
        { token: crypto.randomUUID(), sunday: '2026-11-29' },
        seoul('19:00'),
        20,
      )
      await scene.passLease()
      return died.length
    }
    expect([await die(), await die(), await die(), await die()]).toEqual([2, 2, 1, 1])
    expect([await die(), await die(), await die()]).toEqual([1, 1, 0])
    world.standAt(seoul('19:00', '2026-12-06'))
    await world.owner.query(
      `update gyeote.family_weekly set claimed_until = now() - interval '6 days'`,
    )
    expect(await scene.send()).toBe(2)
    expect(scene.mails.received).toHaveLength(2)
  })
})
