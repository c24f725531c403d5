import { commandKinds, type Command, type CommandType, type PayloadOf } from '~/commands/catalog'
import { momentOf } from '~/features/medication/schedule/moment'
import { answerFromNotification } from '~/features/reminders/notification/answer-from-notification'
import { stopLadderSchema } from '~/features/reminders/ladder/command-schema'
import { readBeside, type Beside } from '~/features/reminders/notification/read-push'
import type { Outbox } from '~/offline/outbox/outbox'
import type { Phone } from '~/offline/phone'
import { readMedicines } from './read-medicines'
import { within } from './within'

interface Click {
  /** The button's name; empty for a tap elsewhere. */
  action: string
  notification: { readonly data: unknown; close(): void }
}

interface ClickParts {
  phone: Pick<Phone, 'withStore' | 'now'>
  outbox: Pick<Outbox, 'add'>
  /** Brings a page before the person's eyes, by its path. */
  open(path: string): Promise<void>
  newId(): string
}

type Came =
  /** Nothing more to do: it is written down, or was answered before. */
  | 'done'
  | 'open'
  /** Not theirs: 오늘, which tells nothing. */
  | 'home'

/** The person waits before a notification that does not move. */
const writeLimitMs = 3_000
const underWay = new Map<string, Promise<void>>()

/**
 * A tap on a notification. 먹었어요, 나중에 and 알리지 마세요 are written down as a tap on the card would be; anything else,
 * whatever the card has to ask about first, and what cannot be written down, opens the page. The notification goes when
 * that is settled. A second tap on the same button meanwhile is none.
 */
export function answerClick(click: Click, parts: ClickParts): Promise<void> {
  const about = readBeside(click.notification.data)
  const key = about ? `${about.receipt} ${click.action}` : null
  const known = key === null ? undefined : underWay.get(key)
  if (known) return known
  const answered = answer(click, about, parts, () => key !== null && underWay.delete(key))
  if (key !== null) underWay.set(key, answered)
  return answered
}

async function answer(
  { action, notification }: Click,
  about: Beside | null,
  parts: ClickParts,
  whenSettled: () => unknown,
) {
  if (!about) {
    notification.close()
    return parts.open('/')
  }
  const rest: Promise<unknown>[] = []
  const came = await within<Came>('open', settle(action, about, parts, rest), writeLimitMs)
  notification.close()
  whenSettled()
  if (came !== 'done') await parts.open(came === 'home' ? '/' : about.path)
  // The worker lives until the server was told, if it can be.
  await Promise.allSettled(rest)
}

async function settle(
  action: string,
  about: Beside,
  parts: ClickParts,
  rest: Promise<unknown>[],
): Promise<Came> {
  if ((await personOf(parts.phone)) !== about.personId) return 'home'
  const command = await findCommand(action, about, parts)
  if (command === 'open') return 'open'
  if (!command) return 'done'
  return (await write(command.type, command.payload, parts.outbox, rest)) ? 'done' : 'open'
}

/** What is to be written; null when nothing is. */
async function findCommand(
  action: string,
  about: Beside,
  { phone, newId }: ClickParts,
): Promise<Extract<Command, { type: 'record_facts' | 'stop_ladder' }> | null | 'open'> {
  if (about.kind !== 'dose' && about.kind !== 'warning') return 'open'
  if (action === 'stop') {
    const stop = stopLadderSchema.safeParse({ day: about.day, slot: about.slot })
    return stop.success ? { type: 'stop_ladder', payload: stop.data } : 'open'
  }
  if (action !== 'taken' && action !== 'later') return 'open'
  const facts = await readMedicines(phone)
  if (!facts) return 'open'
  const now = momentOf(facts, phone.now().getTime())
  const answer = answerFromNotification(action, about, facts, now, newId)
  if (answer.do === 'open') return 'open'
  return answer.do === 'write' ? { type: 'record_facts', payload: answer.facts } : null
}

/** True as soon as it is safe: on the phone, or with the server. */
function write<Type extends CommandType>(
  type: Type,
  payload: PayloadOf<Type>,
  outbox: Pick<Outbox, 'add'>,
  rest: Promise<unknown>[],
): Promise<boolean> {
  const { typeV, aggregate } = commandKinds[type]
  return new Promise((resolve, reject) => {
    const command = { type, typeV, payload, aggregate: aggregate(payload) }
    const added = outbox.add(command, (kept) => {
      if (kept) resolve(true)
    })
    rest.push(added)
    added.then((it) => resolve(it.status !== 'waiting' || it.kept), reject)
  })
}

const personOf = (phone: ClickParts['phone']) =>
  phone.withStore((_store, person) => Promise.resolve(person))
