import { randomUUID } from 'node:crypto'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { catalogHandlers } from '~/commands/catalog.server'
import { receiveOutbox } from '~/commands/receive-outbox.server'
import { exportMyData } from '~/features/account/export-my-data.server'
import { forgetAlerts } from '~/features/family/alerts/forget-alerts.server'
import { seeAlerts } from '~/features/family/alerts/see-alerts.server'
import { changeLink, endLink } from '~/features/family/change-link.server'
import { answerForm } from '~/features/scam-check/answer-form.server'
import { listFamilyToShow } from '~/features/scam-check/alert/list-family-to-show.server'
import { messageReading } from '~/features/scam-check/reading'
import { messages } from '../e2e/support/messages'
import { describeOnEachDatabase } from '../support/databases'
import { alert, openAlertScene, type AlertScene, type Somebody } from './alert-scene'

describeOnEachDatabase('a dangerous message', (open) => {
  let scene: AlertScene
  beforeAll(async () => {
    scene = await openAlertScene(await open())
  })
  beforeEach(() => scene.world.standAt(new Date()))
  afterAll(() => scene.close())

  test('is told to whom the consent names: kind of trick, reasons, and nothing of the words', async () => {
    const { senior, daughter } = await scene.family()
    const son = await scene.somebody()
    await scene.link(senior, son, ['med_today', 'med', 'cards', 'presence'])
    const before = [(await scene.pageOf(daughter)).version, (await scene.pageOf(son)).version]
    expect(await scene.tell(senior)).toEqual({ status: 'accepted' })
    const page = await scene.pageOf(daughter)
    expect(page.seniors[0]).toMatchObject({ name: '김순자', tellsOfDanger: true })
    expect(page.seniors[0]?.alert).toMatchObject({
      kind: 'message',
      trick: '택배 사칭',
      reasons: ['링크를 누르라고 해요.', '진짜 주소를 흉내 낸 링크예요.'],
      earlier: 0,
    })
    expect(page.offices?.offices.map(({ digits }) => digits)).toEqual(['1394', '112'])
    expect(page.version).not.toBe(before[0])
    expect(await scene.pageOf(son)).toMatchObject({ version: before[1], offices: null })
    expect(await scene.alertOf(son)).toBeNull()
  })

  test('without the consent nothing is told, and the deed says so', async () => {
    const { senior } = await scene.family(['med_today'])
    const refused = { status: 'refused', reason: 'no_one_to_tell' }
    expect(await scene.tell(senior)).toEqual(refused)
    expect(await scene.tell(await scene.somebody())).toEqual(refused)
    const rows = await scene.world.owner.query(
      'select 1 from gyeote.scam_alerts where person_id = $1',
      [senior.personId],
    )
    expect(rows).toEqual([])
  })

  test('what is taken back is gone from the page, with the link too', async () => {
    const { senior, daughter, linkId } = await scene.family()
    await scene.tell(senior)
    await changeLink(await senior.browser.context(), linkId, ['cards'])
    expect(await scene.alertOf(daughter)).toBeNull()
    expect((await scene.pageOf(daughter)).seniors[0]?.tellsOfDanger).toBe(false)
    await changeLink(await senior.browser.context(), linkId, ['scam_alert'])
    expect(await scene.alertOf(daughter)).not.toBeNull()
    await endLink(await senior.browser.context(), linkId)
    expect((await scene.pageOf(daughter)).seniors).toEqual([])
    await scene.world.owner.query(
      `with link as (
         insert into gyeote.family_links (senior_id, relative_id, relation, status)
         values ($1, $2, '딸', 'active') returning id)
       insert into gyeote.consents (person_id, link_id, kind, given, text_version)
       select $1, id, 'scam_alert', true, '1' from link`,
      [senior.personId, daughter.personId],
    )
    expect((await scene.pageOf(daughter)).seniors).toMatchObject([
      { tellsOfDanger: true, alert: null },
    ])
  })

  test('the same check tells once, however often it is sent; another one is counted on the same card', async () => {
    const { senior, daughter } = await scene.family()
    const payload = alert()
    for (let i = 0; i < 3; i++)
      expect(await scene.tell(senior, payload)).toEqual({ status: 'accepted' })
    expect(await scene.alertOf(daughter)).toMatchObject({ earlier: 0 })
    await scene.tell(senior, alert({ kind: 'call', trick: null, reasons: ['asks_money'] }))
    expect(await scene.alertOf(daughter)).toMatchObject({
      kind: 'call',
      trick: null,
      reasons: ['돈을 보내 달라고 해요.'],
      earlier: 1,
    })
  })

  test('goes away for whoever has seen it, and for nobody else; a new one comes', async () => {
    const { senior, daughter } = await scene.family()
    const son = await scene.somebody()
    await scene.link(senior, son, ['scam_alert'])
    await scene.tell(senior)
    await scene.tell(senior)
    const { version } = await scene.pageOf(daughter)
    await seeAlerts(await daughter.browser.context(), (await scene.alertOf(daughter))?.id ?? '')
    expect(await scene.alertOf(daughter)).toBeNull()
    expect((await scene.pageOf(daughter)).version).not.toBe(version)
    expect(await scene.alertOf(son)).toMatchObject({ earlier: 1 })
    await scene.tell(senior)
    expect(await scene.alertOf(daughter)).toMatchObject({ earlier: 0 })
    for (const id of ['x', randomUUID()])
      await seeAlerts(await daughter.browser.context(), id).catch((error: unknown) =>
        expect(error).toBeInstanceOf(Response),
      )
    expect(await scene.alertOf(daughter)).toMatchObject({ earlier: 0 })
  })

  test('what was found without a network tells of its own time, and only closed names come in', async () => {
    const { senior, daughter } = await scene.family()
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
    expect(await scene.alertOf(daughter)).toBeNull()
    expect(await send(alert())).toContain('accepted')
    expect(await scene.alertOf(daughter)).toMatchObject({ when: '11월 24일 (화) 오전 9시 5분' })
  })

  test('a senior’s phone knows whom it tells', async () => {
    const { senior, daughter } = await scene.family()
    const son = await scene.somebody()
    await scene.link(senior, son, ['cards'])
    const shown = async ({ browser }: Somebody) =>
      (await browser.context()).asViewer(listFamilyToShow)
    expect(await shown(senior)).toEqual([
      { name: '김미영', relation: '딸', phone: daughter.phone, told: true },
      { name: '김미영', relation: '딸', phone: son.phone, told: false },
    ])
    expect(await shown(daughter)).toEqual([])
  })

  test('is in the download of both, and gone after thirty days', async () => {
    const { senior, daughter } = await scene.family()
    await scene.tell(senior)
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

  test('judged by the server, for want of scripts, tells the family as the phone would', async () => {
    const { senior, daughter } = await scene.family()
    const submit = async (fields: Record<string, string>) => {
      const form = new FormData()
      for (const [name, value] of Object.entries({ ...fields, scriptless: '1' }))
        form.set(name, value)
      const request = new Request('http://localhost/scam-check', { method: 'POST', body: form })
      return answerForm(await senior.browser.context(), request, messageReading)
    }
    const calm = await submit({ text: messages.nothing })
    expect(calm.state).toMatchObject({ record: { told: false } })
    expect(await scene.alertOf(daughter)).toBeNull()
    const found = await submit({ text: messages.danger })
    expect(found).toMatchObject({ state: { record: { told: true } }, family: [{ told: true }] })
    expect(await scene.alertOf(daughter)).toMatchObject({ trick: '택배 사칭', earlier: 0 })
    const checkId = found.state.shows === 'verdict' ? found.state.record.id : ''
    const kept = await submit({ text: messages.danger, intent: 'keep', checkId, told: '1' })
    expect(kept.state).toMatchObject({ record: { id: checkId, isKept: true, told: true } })
    expect(await scene.alertOf(daughter)).toMatchObject({ earlier: 0 })
  })
})
