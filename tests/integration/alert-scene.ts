import { v7 as newId } from 'uuid'
import { applyNow } from '~/commands/apply-now.server'
import { setName } from '~/features/account/set-name.server'
import { acceptWaiting } from '~/features/family/answer-waiting.server'
import { askByNumber } from '~/features/family/ask-by-number.server'
import { listWaiting } from '~/features/family/list-waiting.server'
import { loadFamily } from '~/features/family/load-family.server'
import type { SharedKind } from '~/features/family/shared-kinds'
import type { TellScamAlert } from '~/features/scam-check/alert/alert-schema'
import type { TestDatabase } from '../support/databases'
import { newPhone, signIn, type Browser } from './accounts-world'
import { openReminderScene } from './reminder-scene'

export interface Somebody {
  browser: Browser
  personId: string
  phone: string
}

/** Seniors and their family, by the present clock, with a push service and one process that reminds. */
export async function openAlertScene(opened: TestDatabase) {
  const scene = await openReminderScene(opened)
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
    const {
      shown: [waiting],
    } = await context.asViewer((tx) => listWaiting(tx, senior.personId))
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
  const tell = async ({ browser }: Somebody, payload = alert()) =>
    applyNow(await browser.context(), { id: newId(), type: 'tell_scam_alert', payload })

  return { ...scene, later, somebody, link, family, pageOf, alertOf, tell }
}
export type AlertScene = Awaited<ReturnType<typeof openAlertScene>>

export const alert = (changes: Partial<TellScamAlert> = {}): TellScamAlert => ({
  checkId: newId(),
  kind: 'message',
  level: 'danger',
  trick: 'parcel',
  reasons: ['asks_link_press', 'link_imitates_official'],
  ...changes,
})
