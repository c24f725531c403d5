import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { catalogHandlers } from '~/commands/catalog.server'
import { receiveOutbox } from '~/commands/receive-outbox.server'
import { exportMyData } from '~/features/account/export-my-data.server'
import { getMyAccount } from '~/features/account/get-my-account.server'
import { requestDeletion } from '~/features/account/request-deletion.server'
import { setName } from '~/features/account/set-name.server'
import { undoDeletion } from '~/features/account/undo-deletion.server'
import { askByNumber, takeBackRequest } from '~/features/family/ask-by-number.server'
import { loadFamily } from '~/features/family/load-family.server'
import { stopWeekly } from '~/features/family/weekly/choose-weekly.server'
import { loadMedication } from '~/features/medication/facts/load-medication.server'
import { wantedToday } from '~/features/medication/facts/medication-page'
import { askForTest } from '~/features/reminders/health/ask-for-test.server'
import type { OutboxAnswer, SentCommand } from '~/offline/outbox/wire'
import { describeOnEachDatabase, type TestDatabase } from '../support/databases'
import { openWorld, type Browser, type World } from './accounts-world'
import { becomeFamily, somebody, type Somebody } from './family-people'
import { giveConsent, pouch, recordActs, taken } from './medication-acts'

const seventyDays = 70 * 24 * 60

describeOnEachDatabase('who has only just said whose number it is', (open) => {
  let opened: TestDatabase
  let world: World
  let mother: Somebody
  let daughter: Somebody
  let stranger: Browser
  const courseId = newId()

  beforeAll(async () => {
    opened = await open()
    world = await openWorld(opened, 'in this process')
    mother = await somebody(world)
    daughter = await somebody(world)
    await becomeFamily(mother, daughter, ['med_today'])
    await giveConsent(mother.browser)
    await recordActs(mother.browser, pouch(courseId))
    world.passMinutes(seventyDays)
    stranger = world.browser()
    await (await stranger.ask()).sendCode(mother.phone)
    await (await stranger.ask()).verifyCode(mother.phone, world.lastCode())
    expect(await (await stranger.ask()).answerQuestion(true)).toEqual({ answered: true })
    const session = await stranger.ask()
    expect(session.viewer?.personId).toBe(mother.personId)
    expect(session.heldUntil).not.toBeNull()
  })
  afterAll(async () => {
    await world.close()
    await opened.close()
  })

  const deed = (type: SentCommand['type'], payload: unknown): SentCommand => ({
    id: newId(),
    seq: 1,
    person: mother.personId,
    type,
    typeV: 1,
    occurredAt: world.parts.clock.now().toISOString(),
    payload,
  })
  /** Posts them as the phone does, which says that nothing is left on it. */
  async function send(browser: Browser, commands: SentCommand[]) {
    const body = JSON.stringify({ v: 1, deviceId: newId(), build: 't', unsent: 0, commands })
    const answer = await receiveOutbox(await browser.context(), catalogHandlers, body)
    return ((await answer.json()) as OutboxAnswer).results
  }
  const rowsOf = (table: string) =>
    world.owner.query(`select * from gyeote.${table} where person_id = $1`, [mother.personId])
  const version = async () =>
    (await loadFamily(await daughter.browser.context(), daughter.personId)).version
  const consentOf = async (browser: Browser) =>
    (await loadMedication(await browser.context(), wantedToday)).consent?.given
  const sheet = {
    allergies: '땅콩',
    illnesses: null,
    bloodType: null,
    guardianName: null,
    guardianPhone: null,
    doctor: null,
    doctorPhone: null,
    notes: null,
  }

  test('writes nothing of health, and is told why, whatever the phone sends', async () => {
    const before = await version()
    const refused = { status: 'refused', reason: 'held' }
    const deeds = [
      deed('record_facts', { answers: [taken(courseId)] }),
      deed('record_facts', pouch()),
      deed('save_emergency_sheet', sheet),
      deed('answer_health_consent', { given: false, textVersion: '2026-11' }),
    ]
    expect(await send(stranger, deeds)).toEqual(deeds.map(({ id }) => ({ id, ...refused })))
    expect(await rowsOf('answers')).toEqual([])
    expect(await rowsOf('courses')).toHaveLength(1)
    expect(await rowsOf('emergency_sheets')).toEqual([])
    expect(await version()).toBe(before)
  })

  test('takes back no consent of the person, by no other way either', async () => {
    for (const link of [
      null,
      (
        await world.owner.query<{ id: string }>(
          `select id from gyeote.family_links where senior_id = $1`,
          [mother.personId],
        )
      )[0]?.id ?? null,
    ])
      await expect(
        (await stranger.context()).asViewer((tx) =>
          tx
            .insertInto('gyeote.consents')
            .values({
              person_id: mother.personId,
              link_id: link,
              kind: link ? 'med_today' : 'health_data',
              given: false,
              text_version: 'v1',
            })
            .execute(),
        ),
      ).rejects.toMatchObject({ code: '42501' })
    expect(await consentOf(mother.browser)).toBe(true)
  })

  test('switches off no reminder, asks for none on other phones and names nobody anew', async () => {
    const settings = {
      doses: false,
      repeats: 0,
      everyMinutes: 30,
      namesMedicines: true,
      cardAt: null,
    }
    const deeds = [deed('set_reminders', settings), deed('set_name', { name: '이수상' })]
    const refused = { status: 'refused', reason: 'held' }
    expect(await send(stranger, deeds)).toEqual(deeds.map(({ id }) => ({ id, ...refused })))
    expect(await setName(await stranger.context(), '이수상')).toMatchObject({ saved: false })
    await world.owner.query(
      `insert into gyeote.push_devices
         (person_id, session_id, endpoint, endpoint_hash, p256dh, auth, subscribed_at)
       select person_id, session_id, 'https://push.example/1', '\\x01', repeat('B', 87), repeat('a', 22), now()
       from gyeote.devices where person_id = $1 and held_until is null`,
      [mother.personId],
    )
    expect(await askForTest(await stranger.context())).toBeNull()
    expect(await askForTest(await mother.browser.context())).not.toBeNull()
    expect(await rowsOf('reminder_settings')).toEqual([])
  })

  test('ends nothing that the person asked for as a relative of others', async () => {
    const context = await mother.browser.context()
    const number = daughter.phone
    expect(await askByNumber(context, { number, name: '김순자' })).toEqual({ asked: true })
    await context.asViewer((tx) => sql`select gyeote.choose_weekly_push()`.execute(tx))
    const asked = async () =>
      world.owner.query<{ id: string; taken_back_at: string | null }>(
        'select id, taken_back_at from gyeote.family_requests where relative_id = $1',
        [mother.personId],
      )
    await takeBackRequest(await stranger.context(), (await asked())[0]?.id ?? '')
    await stopWeekly(await stranger.context())
    expect(await asked()).toMatchObject([{ taken_back_at: null }])
    expect(await rowsOf('family_weekly')).toHaveLength(1)
    await stopWeekly(context)
    expect(await rowsOf('family_weekly')).toEqual([])
  })

  test('cannot have the account removed, nor kept when its person wants it removed', async () => {
    const removedOn = async () => (await getMyAccount(await mother.browser.context()))?.removedOn
    expect(await requestDeletion(await stranger.context())).toEqual({
      requested: false,
      reason: 'held',
    })
    expect(await removedOn()).toBeNull()
    expect(await requestDeletion(await mother.browser.context())).toMatchObject({ requested: true })
    await expect(undoDeletion(await stranger.context())).rejects.toMatchObject({ status: 403 })
    expect((await getMyAccount(await stranger.context()))?.removedOn).toBeNull()
    expect(await removedOn()).not.toBeNull()
    // By no other way either.
    await expect(
      (await stranger.context()).asViewer((tx) =>
        tx
          .updateTable('gyeote.people')
          .set({ deletion_requested_at: null })
          .where('id', '=', mother.personId)
          .execute(),
      ),
    ).rejects.toMatchObject({ code: '42501' })
    await undoDeletion(await mother.browser.context())
    expect(await removedOn()).toBeNull()
  })

  test('is handed nothing from which medicines or family could be told', async () => {
    const { tables } = await exportMyData(await stranger.context())
    const { consents, audit_logs, applied_commands, family_links } = tables
    expect({ consents, audit_logs, applied_commands, family_links }).toEqual({
      consents: [],
      audit_logs: [],
      applied_commands: [],
      family_links: [],
    })
    const own = (await exportMyData(await mother.browser.context())).tables
    expect(own.consents).not.toEqual([])
    expect(own.audit_logs).not.toEqual([])
  })

  test('is not taken for the person by the family, who look after the phone', async () => {
    await send(stranger, [])
    await send(stranger, [deed('record_facts', { answers: [taken(courseId)] })])
    expect(await rowsOf('device_reach')).toEqual([])
    await send(mother.browser, [])
    expect(await rowsOf('device_reach')).toHaveLength(1)
  })

  test('the phone that was there before goes on, and so does the new one after a week', async () => {
    const [first, second] = [taken(courseId), taken(courseId)]
    const later = deed('record_facts', { answers: [{ ...second, replaces: [first.id] }] })
    expect(await send(stranger, [later])).toMatchObject([{ status: 'refused', reason: 'held' }])
    expect(await send(mother.browser, [deed('record_facts', { answers: [first] })])).toMatchObject([
      { status: 'accepted' },
    ])
    await world.owner.query(`update gyeote.devices set held_until = now() where person_id = $1`, [
      mother.personId,
    ])
    expect(await send(stranger, [later])).toMatchObject([{ status: 'accepted' }])
    expect(await rowsOf('answers')).toHaveLength(2)
  })
})
