import { choosePush, findWeekly } from '~/features/family/weekly/choose-weekly.server'
import { askAddress, proveAddress } from '~/features/family/weekly/prove-address.server'
import { sendWeekly } from '~/features/family/weekly/send-weekly.server'
import type { SharedKind } from '~/features/family/shared-kinds'
import { claimPushDevice } from '~/features/reminders/subscription/push-device.server'
import type { TestDatabase } from '../support/databases'
import { startMailServer } from '../support/mail-server'
import { startPushService } from '../support/push-server'
import { openWorld } from './accounts-world'
import { becomeFamily, somebody, type Somebody } from './family-people'
import { giveConsent, pouch, recordActs, taken, today } from './medication-acts'

/** 2026-11-29 is a Sunday. */
export const seoul = (time: string, date = '2026-11-29') => new Date(`${date}T${time}:00+09:00`)

let addresses = 0
export const newAddress = () => `daughter${++addresses}@example.com`

/** A database, accounts, a mail server, a push service, and a clock that stands on a Sunday before seven. */
export async function openWeeklyScene(opened: TestDatabase) {
  const mails = await startMailServer()
  const service = await startPushService()
  const world = await openWorld(opened, 'in this process', seoul('18:50'), {
    SMTP_URL: mails.url,
    MAIL_FROM: '곁에 <news@gyeote.example>',
    PUSH_TEST_HOSTS: service.host,
    PUBLIC_URL: 'https://gyeote.example',
  })
  const to = (address: string) => mails.received.filter((mail) => mail.to.includes(address))
  const codeFor = (address: string) => /\d{6}/.exec(to(address).at(-1)?.text ?? '')?.[0] ?? ''
  return {
    world,
    mails,
    service,
    to,
    codeFor,
    choiceOf: async ({ browser, personId }: Somebody) =>
      (await browser.context()).asViewer((tx) => findWeekly(tx, personId, world.parts.clock.now())),
    send: () => sendWeekly(world.parts),
    /** Whoever a dead process had, or a failure put off, may be taken on again. */
    passLease: () =>
      world.owner.query(
        `update gyeote.family_weekly set claimed_until = now() - interval '1 second'`,
      ),
    async family(kinds: readonly SharedKind[] = ['med', 'cards']) {
      const [senior, daughter] = [await somebody(world), await somebody(world)]
      return { senior, daughter, link: await becomeFamily(senior, daughter, kinds) }
    },
    /** A pouch every morning since Wednesday, answered on the first two of five days. */
    async giveMedicines({ browser }: Somebody) {
      await giveConsent(browser)
      const facts = pouch()
      const courseId = facts.courses[0]?.id ?? ''
      await recordActs(browser, facts)
      await recordActs(browser, {
        answers: [today + 1, today + 2].map((day) => taken(courseId, day)),
      })
    },
    /** Proven, and nothing else has arrived. @returns the address */
    async byMail(daughter: Somebody, address = newAddress()) {
      const context = await daughter.browser.context()
      await askAddress(context, ` ${address} `)
      const proven = await proveAddress(context, codeFor(address))
      if (!proven.done) throw new Error(proven.message)
      mails.received.length = 0
      return address
    },
    async byPush(daughter: Somebody) {
      const phone = service.addPhone()
      const context = await daughter.browser.context()
      const claimed = await claimPushDevice(context, phone)
      if (!claimed.claimed) throw new Error(claimed.error)
      await choosePush(context)
      return phone
    },
    /** As at the beginning, with the people of before. */
    async startAnew() {
      await world.owner.query('delete from gyeote.family_weekly')
      world.standAt(seoul('18:50'))
      mails.received.length = 0
    },
    async close() {
      world.parts.mails.close()
      world.parts.push.close()
      await Promise.all([world.close(), mails.close(), service.stop()])
    },
  }
}
export type WeeklyScene = Awaited<ReturnType<typeof openWeeklyScene>>
