import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { seeAlerts } from '~/features/family/alerts/see-alerts.server'
import { changeLink } from '~/features/family/change-link.server'
import { claimDue } from '~/features/reminders/sending/reminder-work.server'
import { waitUntil } from '../support/child-process'
import { describeOnEachDatabase } from '../support/databases'
import { openAlertScene, type AlertScene } from './alert-scene'

const minute = 60_000

describeOnEachDatabase('a dangerous message, on the phones of whom it is told', (open) => {
  let scene: AlertScene
  beforeAll(async () => {
    scene = await openAlertScene(await open())
  })
  beforeEach(() => scene.world.standAt(new Date()))
  afterAll(() => scene.close())

  const withPhone = async () => {
    scene.world.standAt(new Date(Date.now() - minute))
    const made = await scene.family()
    const phone = await scene.subscribe(made.daughter.browser)
    scene.world.standAt(new Date())
    await scene.remind()
    return { ...made, phone }
  }

  test('says at once that somebody checked something, and not who or what', async () => {
    const { senior, daughter, phone } = await withPhone()
    await scene.tell(senior)
    scene.later(minute)
    await scene.remind()
    const [push, ...more] = scene.service.to(phone)
    expect(more).toEqual([])
    expect(push).toMatchObject({
      urgency: 'high',
      message: {
        notification: {
          title: '가족이 의심 문자를 확인했어요',
          body: '전화해 보시겠어요?',
          navigate: 'https://gyeote.example/family',
          silent: false,
          actions: [],
          data: { kind: 'family', personId: daughter.personId },
        },
      },
    })
    expect(push?.ttl).toBeGreaterThan(11 * 60 * 60)
    expect(JSON.stringify(push?.message)).not.toMatch(
      new RegExp(`순자|택배|parcel|asks_|${senior.personId}|${senior.phone.slice(-8)}`),
    )
    await scene.remind()
    expect(scene.service.to(phone)).toHaveLength(1)
    const counted = await scene.world.owner.query<{ pushed: number }>(
      'select pushed from gyeote.reminder_plans where person_id = $1',
      [daughter.personId],
    )
    expect(counted).toEqual([{ pushed: 1 }])
  })

  test('rings once for several in a row', async () => {
    const { senior, phone } = await withPhone()
    for (let i = 0; i < 4; i++) await scene.tell(senior)
    scene.later(minute)
    await scene.remind()
    expect(scene.service.to(phone)).toHaveLength(1)
  })

  test('rings not for what was seen or taken back meanwhile, nor beyond the day’s forty', async () => {
    const seen = await withPhone()
    await scene.tell(seen.senior)
    await seeAlerts(
      await seen.daughter.browser.context(),
      (await scene.alertOf(seen.daughter))?.id ?? '',
    )
    const back = await withPhone()
    await scene.tell(back.senior)
    await changeLink(await back.senior.browser.context(), back.linkId, [])
    const full = await withPhone()
    await scene.world.owner.query(
      `update gyeote.reminder_plans set pushed = 40,
           pushed_on = (now() at time zone 'Asia/Seoul')::date where person_id = $1`,
      [full.daughter.personId],
    )
    await scene.tell(full.senior)
    scene.world.standAt(new Date())
    await scene.remind()
    for (const { phone } of [seen, back, full]) expect(scene.service.to(phone)).toEqual([])
  })

  test('a process that dies with it, and a push service that breaks off, lose nothing', async () => {
    const { senior, daughter, phone } = await withPhone()
    await scene.tell(senior)
    scene.later(minute)
    const { db, clock } = scene.world.parts
    const dead = { token: randomUUID(), leaseMs: 400 }
    expect(await claimDue(db, dead, clock.now().getTime(), 50)).toContain(daughter.personId)
    await scene.remind()
    expect(scene.service.to(phone)).toEqual([])
    scene.service.behave(phone, 'breaks', { answers: 201 })
    await waitUntil(async () => {
      await scene.remind()
      return scene.service.asked(phone) > 0
    }, 'the lease to end')
    expect(scene.service.to(phone)).toEqual([])
    scene.later(3 * minute)
    await scene.remind()
    expect(scene.service.to(phone)).toHaveLength(1)
  })
})
