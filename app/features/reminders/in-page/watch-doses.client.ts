import { listDeeds } from '~/commands/use-waiting'
import { readMedication } from '~/features/medication/facts/load-kept-medication'
import { daysShownToday } from '~/features/medication/facts/medication-page'
import type { Facts } from '~/features/medication/schedule/facts'
import { momentOf } from '~/features/medication/schedule/moment'
import { phoneNow, thisPhone } from '~/offline/this-phone'
import { keptReminders } from '../kept-reminders'
import { isAnsweredHere } from '../notification/answer-from-notification'
import { readBeside } from '../notification/read-push'
import type { ReminderSettings } from '../settings/settings-schema'
import { usualSettings } from '../settings/usual-settings'
import { chime, prepareChime } from './chime.client'
import { ringAt, soundAt, type Ringing } from './ring'

const longestWaitMs = 5 * 60_000
const shortestWaitMs = 1_000

/** Tells of the doses whose time it is, as long as the page is open. Returns how to stop. */
export function watchDoses(tell: (ringing: Ringing) => void): { look(): void; stop(): void } {
  const openedAt = phoneNow().getTime()
  const sounded = new Set<string>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let pushedAt: number | null = null
  let isStopped = false

  async function look() {
    clearTimeout(timer)
    if (document.visibilityState !== 'visible') return
    const known = await read().catch(() => null)
    if (isStopped) return
    const waits = known ? remind(known) : longestWaitMs
    clearTimeout(timer)
    timer = setTimeout(() => void look(), Math.min(longestWaitMs, Math.max(shortestWaitMs, waits)))
    if (known) await closeAnswered(known.facts)
  }

  /** @returns after how many ms to look again */
  function remind({ facts, settings }: Known): number {
    const now = momentOf(facts, phoneNow().getTime())
    const ringing = ringAt(facts, settings, now)
    const { ring, nextAt } = ringing
    tell(ringing)
    const next = (nextAt ?? Infinity) - now.instant
    if (!ring || sounded.has(ring.key)) return next
    const mayPush = 'Notification' in window && Notification.permission === 'granted'
    const sound = soundAt(ring, { mayPush, pushedAt, openedAt })
    if (sound !== null && sound > now.instant) return Math.min(next, sound - now.instant)
    sounded.add(ring.key)
    if (sound !== null) chime()
    return next
  }

  const lookAgain = () => void look()
  const stopPreparing = prepareChime()
  const stopListening = thisPhone().channel.listen((news) => {
    if (news.kind === 'push' && news.about === 'dose') pushedAt = phoneNow().getTime()
    lookAgain()
  })
  document.addEventListener('visibilitychange', lookAgain)
  lookAgain()
  return {
    look: lookAgain,
    stop() {
      isStopped = true
      clearTimeout(timer)
      stopPreparing()
      stopListening()
      document.removeEventListener('visibilitychange', lookAgain)
    },
  }
}

interface Known {
  facts: Facts
  settings: ReminderSettings
}

async function read(): Promise<Known | null> {
  const store = await thisPhone().openStore()
  const medication = await readMedication(store, { back: daysShownToday, stock: false })
  if (!medication || medication.facts.courses.length === 0) return null
  const kept = await store.read(keptReminders)
  const settings = (await listDeeds()).reduce(
    (chosen, deed) => (deed.type === 'set_reminders' ? deed.payload : chosen),
    kept?.settings ?? usualSettings,
  )
  return { facts: medication.facts, settings }
}

/** What was answered in a page needs no notification any more. */
async function closeAnswered(facts: Facts): Promise<void> {
  const worker = 'serviceWorker' in navigator ? navigator.serviceWorker : null
  const shown = (await (await worker?.getRegistration())?.getNotifications()) ?? []
  const now = momentOf(facts, phoneNow().getTime())
  for (const notification of shown) {
    const beside = readBeside(notification.data)
    const isOfDoses = beside?.kind === 'dose' || beside?.kind === 'warning'
    if (isOfDoses && isAnsweredHere(facts, beside, now)) notification.close()
  }
}
