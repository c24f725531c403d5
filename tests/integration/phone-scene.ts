import { catalogHandlers } from '~/commands/catalog.server'
import { receiveOutbox } from '~/commands/receive-outbox.server'
import { setName } from '~/features/account/set-name.server'
import type { TestDatabase } from '../support/databases'
import { newPhone, signIn, type Browser } from './accounts-world'
import { openReminderScene } from './reminder-scene'

/** What a phone calls itself. */
export const deviceId = '00000000-0000-4000-8000-00000000000d'

export interface Somebody {
  browser: Browser
  number: string
  personId: string
}

/** People with numbers and phones that can be reminded, and a relative who helps. */
export async function openPhoneScene(opened: TestDatabase) {
  const scene = await openReminderScene(opened)
  async function somebody(number = newPhone()): Promise<Somebody> {
    const browser = scene.world.browser()
    const { viewer } = await signIn(scene.world, browser, number)
    return { browser, number, personId: viewer.personId }
  }
  const sessionOf = async ({ browser }: Somebody) => (await browser.ask()).viewer?.sessionId ?? ''
  const changeDevice = async (who: Somebody, changes: string) =>
    opened.owner.query(`update gyeote.devices set ${changes} where session_id = $1`, [
      await sessionOf(who),
    ])
  return {
    ...scene,
    somebody,
    sessionOf,
    /** What the auth server found over: nobody ended it. */
    runOut: (who: Somebody) => changeDevice(who, 'signed_out_at = now()'),
    hold: (who: Somebody) => changeDevice(who, `held_until = now() + interval '3 days'`),
    /** Somebody with two phones, of which the first is old. */
    async withTwoPhones() {
      const old = await somebody()
      const next = await somebody(old.number)
      return { old, next, oldSession: await sessionOf(old) }
    },
    async post(browser: Browser, changes: object = {}) {
      const body = JSON.stringify({ v: 1, deviceId, build: 'b', commands: [], ...changes })
      const answer = await receiveOutbox(await browser.context(), catalogHandlers, body)
      return { status: answer.status, body: (await answer.json()) as { ended?: unknown } }
    },
    async helperOf(senior: Somebody, changes = `role = 'help', helps_from = now()`) {
      const helper = await somebody()
      await setName(await helper.browser.context(), '김미영')
      const [link] = await opened.owner.query<{ id: string }>(
        `insert into gyeote.family_links (senior_id, relative_id, relation, status, relative_name)
         values ($1, $2, '딸', 'active', '김미영') returning id`,
        [senior.personId, helper.personId],
      )
      await opened.owner.query(
        `insert into gyeote.consents (person_id, link_id, kind, given, text_version)
         values ($1, null, 'health_data', true, '1'), ($1, $2, 'med_today', true, '1'),
           ($1, $2, 'help', true, '1')`,
        [senior.personId, link?.id],
      )
      await opened.owner.query(`update gyeote.family_links set ${changes} where id = $1`, [
        link?.id,
      ])
      return { ...helper, linkId: link?.id ?? '' }
    },
  }
}
export type PhoneScene = Awaited<ReturnType<typeof openPhoneScene>>
