import { v7 as newId } from 'uuid'
import { applyNow } from '~/commands/apply-now.server'
import type { NewFacts } from '~/features/medication/facts/fact-schema'
import type { Batch } from '~/features/reminders/sending/batch.server'
import { claimPushDevice } from '~/features/reminders/subscription/push-device.server'
import { createSilences } from '~/features/reminders/sending/silences'
import { remindDue } from '~/features/reminders/sending/remind-due.server'
import type { ReminderSettings } from '~/features/reminders/settings/settings-schema'
import { originOf } from '~/features/reminders/sending/start-reminders.server'
import { usualSettings } from '~/features/reminders/settings/usual-settings'
import type { Parts } from '~/platform/context.server'
import type { TestDatabase } from '../support/databases'
import { startPushService, type TestPhone } from '../support/push-server'
import { openWorld, type Browser } from './accounts-world'
import { giveConsent, pouch, recordActs, taken, today, version } from './medication-acts'

/** 2026-11-25 at an hour of Seoul: the day after the one on which the medicines of `pouch` begin. */
export const seoul = (time: string, date = '2026-11-25') => new Date(`${date}T${time}:00+09:00`)
export const day = today + 1

/** A database, accounts, a push service and a clock; one process that reminds, whenever it is told to. */
export async function openReminderScene(opened: TestDatabase) {
  const service = await startPushService()
  const world = await openWorld(opened, 'in this process', seoul('07:00'), {
    PUSH_TEST_HOSTS: service.host,
    PUBLIC_URL: 'https://gyeote.example',
  })
  const batch = batchFor(world.parts)
  const subscribe = async (browser: Browser, phone = service.addPhone()) => {
    const claimed = await claimPushDevice(await browser.context(), phone)
    if (!claimed.claimed) throw new Error(claimed.error)
    return phone
  }
  return {
    world,
    service,
    subscribe,
    /** Works off everything that is due. @returns how many people were looked at */
    async remind(changes: Partial<Batch> = {}): Promise<number> {
      let people = 0
      for (let taken = 1; taken > 0; people += taken)
        taken = await remindDue(world.parts, { ...batch, ...changes })
      return people
    },
    /** Somebody with an anonymous account, a pouch every morning at eight, and a phone that is reminded. */
    async somebody(changes: Partial<ReminderSettings> = {}) {
      const browser = world.browser()
      await giveConsent(browser)
      const facts = pouch()
      const courseId = facts.courses[0]?.id ?? ''
      await recordActs(browser, facts)
      if (Object.keys(changes).length > 0) await choose(browser, changes)
      const phone = await subscribe(browser)
      const personId = (await browser.ask()).viewer?.personId ?? ''
      return { browser, phone, courseId, personId, versionId: facts.courseVersions[0]?.id ?? '' }
    },
    titles: (phone: TestPhone) =>
      service.to(phone).map(({ message }) => message.notification.title),
    async close() {
      await service.stop()
      world.parts.push.close()
      await world.close()
      await opened.close()
    },
  }
}
export type ReminderScene = Awaited<ReturnType<typeof openReminderScene>>

/** The scene's clock is the database's as well. */
export const batchFor = (parts: Pick<Parts, 'push' | 'env' | 'clock'>): Batch => ({
  most: 50,
  leaseMs: 60_000,
  pushMs: 21_000,
  together: 8,
  tokens: {
    topics: parts.push.secretFor('topics'),
    receipts: parts.push.secretFor('receipts'),
    origin: originOf(parts.env),
  },
  silences: createSilences(),
  agreeOnTime: () => Promise.resolve(parts.clock),
  isStopping: () => false,
})

export const choose = async (browser: Browser, changes: Partial<ReminderSettings>) =>
  applyNow(await browser.context(), {
    id: newId(),
    type: 'set_reminders',
    payload: { ...usualSettings, ...changes },
  })

export const record = (browser: Browser, facts: NewFacts) => recordActs(browser, facts)
export const answer = (browser: Browser, courseId: string, on = day, replaces: string[] = []) =>
  record(browser, { answers: [taken(courseId, on, replaces)] })
export { version }
