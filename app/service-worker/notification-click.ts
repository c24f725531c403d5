import { commandKinds, type Command, type CommandType, type PayloadOf } from '~/commands/catalog'
import { momentOf } from '~/features/medication/schedule/moment'
import { answerFromNotification } from '~/features/reminders/notification/answer-from-notification'
import { stopLadderSchema } from '~/features/reminders/ladder/command-schema'
import { readBeside, type Beside } from '~/features/reminders/notification/read-push'
import type { Outbox } from '~/offline/outbox/outbox'
import type { Phone } from '~/offline/phone'
import { readMedicines } from './read-medicines'

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

/**
 * A tap on a notification. 먹었어요, 나중에 and 알리지 마세요 are written down as a tap on the card would be; anything else, and
 * whatever the card has to ask about first, opens the page.
 */
export async function answerClick({ action, notification }: Click, parts: ClickParts) {
  notification.close()
  const about = readBeside(notification.data)
  const isTheirs = about !== null && (await personOf(parts.phone)) === about.personId
  if (!isTheirs) return parts.open('/')
  const command = await findCommand(action, about, parts)
  if (command === 'open') return parts.open(about.path)
  if (command) await write(command.type, command.payload, parts.outbox)
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

function write<Type extends CommandType>(
  type: Type,
  payload: PayloadOf<Type>,
  outbox: Pick<Outbox, 'add'>,
) {
  const { typeV, aggregate } = commandKinds[type]
  return outbox.add({ type, typeV, payload, aggregate: aggregate(payload) })
}

const personOf = (phone: ClickParts['phone']) =>
  phone.withStore((_store, person) => Promise.resolve(person))
