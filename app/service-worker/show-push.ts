import { isEndedPush } from '~/features/account/phones/ended-push'
import { endedWords } from '~/features/account/phones/ended-words'
import { isAnsweredHere } from '~/features/reminders/notification/answer-from-notification'
import { keptArrival } from '~/features/reminders/notification/kept-arrival'
import { readPush, type Push } from '~/features/reminders/notification/read-push'
import { momentOf } from '~/features/medication/schedule/moment'
import type { Outbox } from '~/offline/outbox/outbox'
import type { Phone } from '~/offline/phone'
import { readMedicines } from './read-medicines'
import type { Receipts } from './receipts'
import { within } from './within'

interface PushParts {
  registration: {
    showNotification(title: string, options: NotificationOptions): Promise<void>
  }
  phone: Pick<Phone, 'withStore' | 'channel' | 'now' | 'facts' | 'isReadable'>
  receipts: Pick<Receipts, 'report'>
  /** Erases everything here when the server says that this phone was ended. */
  askWhetherEnded(): Promise<void>
}

const plainBody = '곁에를 열어 보세요.'
const icon = '/icons/any-192.png'
const pattern = [300, 150, 300]
/** The notification must not wait for a store that does not open. */
const storeLimitMs = 3_000
const askLimitMs = 10_000

/** What the library of types does not know yet. */
interface MoreOptions extends NotificationOptions {
  actions?: { action: string; title: string }[]
  renotify?: boolean
  vibrate?: number[]
}

/** A push has arrived, so there is a network: what was done without one goes along. */
export async function answerPush(
  body: string | null,
  { outbox, ...parts }: PushParts & { outbox: Pick<Outbox, 'flush'> },
): Promise<void> {
  await Promise.all([showPush(body, parts), outbox.flush()])
}

/**
 * A push has arrived. Something is shown whatever it holds and whoever looks at the app, since a browser takes
 * the subscription back after pushes that show nothing (three on an iPhone). Then the server is told of the
 * arrival. What is meant for somebody else, who had this phone before, says nothing of itself; where the phone cannot
 * be read it is not known to be, and a dose that nobody hears of does more harm than its title.
 */
export async function showPush(body: string | null, parts: PushParts): Promise<void> {
  if (isEndedPush(body)) return showEnded(parts)
  const push = readPush(body)
  const whose = push ? await whoseIs(push, parts) : 'others'
  const told = whose === 'unread' ? withoutNames(push) : whose === 'theirs' ? push : null
  const answered = whose === 'theirs' && (await isAnswered(told, parts))
  await parts.registration.showNotification(...looksOf(told, answered))
  if (!told) return
  await Promise.all([
    parts.receipts.report(told.about.receipt),
    whose === 'theirs' ? keepArrival(told, parts) : undefined,
  ])
}

/** What a push says is not believed: only when the phone has asked and is erased does it say so. */
async function showEnded({ registration, phone, askWhetherEnded }: PushParts): Promise<void> {
  await within(undefined, askWhetherEnded(), askLimitMs)
  const isOver = (await phone.facts()).person === null
  const [title, options] = isOver ? endedLooks() : looksOf(null, false)
  await registration.showNotification(title, options)
}

export function endedLooks(): [string, NotificationOptions] {
  const { title, body, tag } = endedWords
  return [title, { body, tag, icon, lang: 'ko-KR' }]
}

function looksOf(push: Push | null, answered: boolean): [string, MoreOptions] {
  if (!push) {
    return [
      '곁에 소식이 있어요',
      { body: plainBody, icon, lang: 'ko-KR', tag: 'gyeote', silent: true },
    ]
  }
  const { title, tag, about, requireInteraction } = push
  const shared = { icon, lang: 'ko-KR', tag, data: about }
  // Answered without a network a moment ago: the server could not know.
  if (answered) return [title, { ...shared, body: '이미 답하셨어요.', silent: true }]
  const { silent, body } = push
  // A browser refuses the whole notification when it is to be heard anew and has no tag.
  const heard = silent ? { silent } : { silent, renotify: tag !== '', vibrate: pattern }
  const actions = push.actions.map((one) => ({ action: one.action, title: one.title }))
  return [title, { ...shared, ...heard, body, requireInteraction, actions }]
}

/** A phone that cannot say whose it is rings all the same, and names no medicine to whom it may be handed on. */
const withoutNames = (push: Push | null): Push | null => push && { ...push, body: plainBody }

/** `unread`: the store is slow or broken, so that nobody but the server can say whose the phone is. */
type Whose = 'theirs' | 'others' | 'unread'

const whoseIs = ({ about }: Push, { phone }: PushParts) =>
  within<Whose>(
    'unread',
    phone.withStore((_store, person) => {
      if (person === about.personId) return Promise.resolve('theirs')
      return Promise.resolve(phone.isReadable() ? 'others' : 'unread')
    }),
    storeLimitMs,
  )

async function isAnswered(push: Push | null, { phone }: PushParts): Promise<boolean> {
  const about = push?.about
  if (about?.kind !== 'dose' && about?.kind !== 'warning') return false
  const read = readMedicines(phone).then(
    (facts) =>
      facts !== null && isAnsweredHere(facts, about, momentOf(facts, phone.now().getTime())),
  )
  return within(false, read, storeLimitMs)
}

async function keepArrival({ about: { kind } }: Push, { phone }: PushParts): Promise<void> {
  const arrival = { at: phone.now().getTime(), kind }
  await phone.withStore(async (store) => {
    await store.keep(keptArrival, arrival, 'last')
    if (kind === 'test') await store.keep(keptArrival, arrival, 'test')
  })
  phone.channel.tell({ kind: 'push', about: kind })
}
