import { randomUUID } from 'node:crypto'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { applyNow } from '~/commands/apply-now.server'
import { catalogHandlers } from '~/commands/catalog.server'
import { receiveOutbox } from '~/commands/receive-outbox.server'
import { exportMyData } from '~/features/account/export-my-data.server'
import { setName } from '~/features/account/set-name.server'
import { forgetAlerts } from '~/features/family/alerts/forget-alerts.server'
import { seeAlerts } from '~/features/family/alerts/see-alerts.server'
import { acceptWaiting } from '~/features/family/answer-waiting.server'
import { askByNumber } from '~/features/family/ask-by-number.server'
import { changeLink, endLink } from '~/features/family/change-link.server'
import { listWaiting } from '~/features/family/list-waiting.server'
import { loadFamily } from '~/features/family/load-family.server'
import type { SharedKind } from '~/features/family/shared-kinds'
import { claimDue } from '~/features/reminders/sending/reminder-work.server'
import type { TellScamAlert } from '~/features/scam-check/alert/alert-schema'
import { listFamilyToShow } from '~/features/scam-check/alert/list-family-to-show.server'
import { waitUntil } from '../support/child-process'
import { describeOnEachDatabase } from '../support/databases'
import { newPhone, signIn, type Browser } from './accounts-world'
import { openReminderScene, type ReminderScene } from './reminder-scene'

interface Somebody {
  browser: Browser
  personId: string
  phone: string
}

const minute = 60_000

describeOnEachDatabase('a dangerous message', (open) => {
  let scene: ReminderScene
  beforeAll(async () => {
    scene = await openReminderScene(await open())
  })
  beforeEach(() => scene.world.standAt(new Date()))
  afterAll(() => scene.close())
  const later = (ms: number) => scene.world.standAt(new Date(Date.now() + ms))

  async function somebody(): Promise<Somebody> {
    const browser = scene.world.browser()
    const phone = newPhone()
    const { viewer } = await signIn(scene.world, browser, phone)
    return { browser, personId: viewer.personId, phone }
  }
  async function link(senior: Somebody, relative: Somebody, kinds: SharedKind[]) {
    const asking = await relative.browser.context()
    await setName(asking, '김미영')
    await askByNumber(asking, { number: senior.phone, name: '김미영' })
    const context = await senior.browser.context()
    await setName(context, '김순자')
    const [waiting] = await context.asViewer((tx) => listWaiting(tx, senior.personId))
    await acceptWaiting(context, waiting?.id ?? '', { relation: '딸', kinds })
  }
  async function family(kinds: SharedKind[] = ['scam_alert']) {
    const [senior, daughter] = [await somebody(), await somebody()]
    await link(senior, daughter, kinds)
    const linkId = (await pageOf(daughter)).seniors[0]?.linkId ?? ''
    return { senior, daughter, linkId }
  }
  const pageOf = async ({ browser, personId }: Somebody) =>
    loadFamily(await browser.context(), personId)
  const alertOf = async (relative: Somebody) => (await pageOf(relative)).seniors[0]?.alert
  const alert = (changes: Partial<TellScamAlert> = {}): TellScamAlert => ({
    checkId: newId(),
    kind: 'message',
    level: 'danger',
    trick: 'parcel',
    reasons: ['asks_link_press', 'link_imitates_official'],
    ...changes,
  })
  const tell = async ({ browser }: Somebody, payload = alert()) =>
    applyNow(await browser.context(), { id: newId(), type: 'tell_scam_alert', payload })

  test('is told to whom the consent names: kind of trick, reasons, and nothing of the words', async () => {
    const { senior, daughter } = await family()
    const son = await somebody()
    await link(senior, son, ['med_today', 'med', 'cards', 'presence'])
    const before = [(await pageOf(daughter)).version, (await pageOf(son)).version]
    expect(await tell(senior)).toEqual({ status: 'accepted' })
    const page = await pageOf(daughter)
    expect(page.seniors[0]).toMatchObject({ name: '김순자', tellsOfDanger: true })
    expect(page.seniors[0]?.alert).toMatchObject({
      kind: 'message',
      trick: '택배 사칭',
      reasons: ['링크를 누르라고 해요.', '진짜 주소를 흉내 낸 링크예요.'],
      earlier: 0,
    })
    expect(page.offices?.offices.map(({ digits }) => digits)).toEqual(['1394', '112'])
    expect(page.version).not.toBe(before[0])
    expect(await pageOf(son)).toMatchObject({ version: before[1], offices: null })
    expect(await alertOf(son)).toBeNull()
  })

  test('without the consent nothing is told, and the deed says so', async () => {
    const { senior } = await family(['med_today'])
    const refused = { status: 'refused', reason: 'no_one_to_tell' }
    expect(await tell(senior)).toEqual(refused)
    expect(await tell(await somebody())).toEqual(refused)
    const rows = await scene.world.owner.query(
      'select 1 from gyeote.scam_alerts where person_id = $1',
      [senior.personId],
    )
    expect(rows).toEqual([])
  })

  test('what is taken back is gone from the page, with the link too', async () => {
    const { senior, daughter, linkId } = await family()
    await tell(senior)
    await changeLink(await senior.browser.context(), linkId, ['cards'])
    expect(await alertOf(daughter)).toBeNull()
    expect((await pageOf(daughter)).seniors[0]?.tellsOfDanger).toBe(false)
    await changeLink(await senior.browser.context(), linkId, ['scam_alert'])
    expect(await alertOf(daughter)).not.toBeNull()
    await endLink(await senior.browser.context(), linkId)
    expect((await pageOf(daughter)).seniors).toEqual([])
    await scene.world.owner.query(
      `with link as (
         insert into gyeote.family_links (senior_id, relative_id, relation, status)
         values ($1, $2, '딸', 'active') returning id)
       insert into gyeote.consents (person_id, link_id, kind, given, text_version)
       select $1, id, 'scam_alert', true, '1' from link`,
      [senior.personId, daughter.personId],
    )
    expect((await pageOf(daughter)).seniors).toMatchObject([{ tellsOfDanger: true, alert: null }])
  })

  test('the same check tells once, however often it is sent; another one is counted on the same card', async () => {
    const { senior, daughter } = await family()
    const payload = alert()
    for (let i = 0; i < 3; i++) expect(await tell(senior, payload)).toEqual({ status: 'accepted' })
    expect(await alertOf(daughter)).toMatchObject({ earlier: 0 })
    await tell(senior, alert({ kind: 'call', trick: null, reasons: ['asks_money'] }))
    expect(await alertOf(daughter)).toMatchObject({
      kind: 'call',
      trick: null,
      reasons: ['돈을 보내 달라고 해요.'],
      earlier: 1,
    })
  })

  test('goes away for whoever has seen it, and for nobody else; a new one comes', async () => {
    const { senior, daughter } = await family()
    const son = await somebody()
    await link(senior, son, ['scam_alert'])
    await tell(senior)
    await tell(senior)
    const { version } = await pageOf(daughter)
    await seeAlerts(await daughter.browser.context(), (await alertOf(daughter))?.id ?? '')
    expect(await alertOf(daughter)).toBeNull()
    expect((await pageOf(daughter)).version).not.toBe(version)
    expect(await alertOf(son)).toMatchObject({ earlier: 1 })
    await tell(senior)
    expect(await alertOf(daughter)).toMatchObject({ earlier: 0 })
    for (const id of ['x', randomUUID()])
      await seeAlerts(await daughter.browser.context(), id).catch((error: unknown) =>
        expect(error).toBeInstanceOf(Response),
      )
    expect(await alertOf(daughter)).toMatchObject({ earlier: 0 })
  })

  test('what was found without a network tells of its own time, and only closed names come in', async () => {
    const { senior, daughter } = await family()
    const context = await senior.browser.context()
    const send = async (payload: object) => {
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
              type: 'tell_scam_alert',
              typeV: 1,
              occurredAt: '2026-11-24T00:05:00.000Z',
              payload,
            },
          ],
        }),
      )
      return answer.text()
    }
    for (const wrong of [
      { ...alert(), text: '택배 주소가 틀렸어요' },
      { ...alert(), reasons: ['010-1234-5678'] },
      { ...alert(), trick: 'cj-post.top/k2' },
      { ...alert(), level: 'caution' },
    ])
      expect(await send(wrong)).toContain('bad_payload')
    expect(await alertOf(daughter)).toBeNull()
    expect(await send(alert())).toContain('accepted')
    expect(await alertOf(daughter)).toMatchObject({ when: '11월 24일 (화) 오전 9시 5분' })
  })

  test('a senior’s phone knows whom it tells', async () => {
    const { senior, daughter } = await family()
    const son = await somebody()
    await link(senior, son, ['cards'])
    expect(await listFamilyToShow(await senior.browser.context())).toEqual([
      { name: '김미영', relation: '딸', phone: daughter.phone, told: true },
      { name: '김미영', relation: '딸', phone: son.phone, told: false },
    ])
    expect(await listFamilyToShow(await daughter.browser.context())).toEqual([])
    expect(await listFamilyToShow(await scene.world.browser().context())).toEqual([])
  })

  test('is in the download of both, and gone after thirty days', async () => {
    const { senior, daughter } = await family()
    await tell(senior)
    const theirs = async ({ browser }: Somebody) =>
      (await exportMyData(await browser.context())).tables
    expect((await theirs(senior)).scam_alerts).toMatchObject([
      { kind: 'message', trick: 'parcel', reasons: ['asks_link_press', 'link_imitates_official'] },
    ])
    expect((await theirs(daughter)).scam_alerts_told).toHaveLength(1)
    const inDays = (days: number) => ({ now: () => new Date(Date.now() + days * 86_400_000) })
    await forgetAlerts({ ...scene.world.parts, clock: inDays(29) })
    expect((await theirs(senior)).scam_alerts).toHaveLength(1)
    await forgetAlerts({ ...scene.world.parts, clock: inDays(31) })
    expect((await theirs(senior)).scam_alerts).toEqual([])
  })

  describe('on the phones of whom it tells', () => {
    const withPhone = async () => {
      scene.world.standAt(new Date(Date.now() - minute))
      const made = await family()
      const phone = await scene.subscribe(made.daughter.browser)
      scene.world.standAt(new Date())
      await scene.remind()
      return { ...made, phone }
    }

    test('says at once that somebody checked something, and not who or what', async () => {
      const { senior, daughter, phone } = await withPhone()
      await tell(senior)
      later(minute)
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
      for (let i = 0; i < 4; i++) await tell(senior)
      later(minute)
      await scene.remind()
      expect(scene.service.to(phone)).toHaveLength(1)
    })

    test('rings not for what was seen or taken back meanwhile, nor beyond the day’s forty', async () => {
      const seen = await withPhone()
      await tell(seen.senior)
      await seeAlerts(
        await seen.daughter.browser.context(),
        (await alertOf(seen.daughter))?.id ?? '',
      )
      const back = await withPhone()
      await tell(back.senior)
      await changeLink(await back.senior.browser.context(), back.linkId, [])
      const full = await withPhone()
      await scene.world.owner.query(
        `update gyeote.reminder_plans set pushed = 40,
           pushed_on = (now() at time zone 'Asia/Seoul')::date where person_id = $1`,
        [full.daughter.personId],
      )
      await tell(full.senior)
      scene.world.standAt(new Date())
      await scene.remind()
      for (const { phone } of [seen, back, full]) expect(scene.service.to(phone)).toEqual([])
    })

    test('a process that dies with it, and a push service that breaks off, lose nothing', async () => {
      const { senior, daughter, phone } = await withPhone()
      await tell(senior)
      later(minute)
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
      later(3 * minute)
      await scene.remind()
      expect(scene.service.to(phone)).toHaveLength(1)
    })
  })
})
