import { commandKinds } from '~/commands/catalog'
import type { NewFacts } from '~/features/medication/fact-schema'
import { momentOf } from '~/features/medication/schedule/moment'
import { answerFromNotification } from '~/features/reminders/notification/answer-from-notification'
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
 * A tap on a notification. 먹었어요 and 나중에 are written down as a tap on the card would be; anything else, and
 * whatever the card has to ask about first, opens the page.
 */
export async function answerClick({ action, notification }: Click, parts: ClickParts) {
  notification.close()
  const about = readBeside(notification.data)
  const isTheirs = about !== null && (await personOf(parts.phone)) === about.personId
  if (!isTheirs) return parts.open('/')
  const facts = await findAnswer(action, about, parts)
  if (facts === 'open') return parts.open(about.path)
  if (facts) await write(facts, parts.outbox)
}

/** What is to be written; null when nothing is. */
async function findAnswer(
  action: string,
  about: Beside,
  { phone, newId }: ClickParts,
): Promise<NewFacts | null | 'open'> {
  if (about.kind !== 'dose' || (action !== 'taken' && action !== 'later')) return 'open'
  const facts = await readMedicines(phone)
  if (!facts) return 'open'
  const now = momentOf(facts, phone.now().getTime())
  const answer = answerFromNotification(action, about, facts, now, newId)
  if (answer.do === 'open') return 'open'
  return answer.do === 'write' ? answer.facts : null
}

function write(payload: NewFacts, outbox: Pick<Outbox, 'add'>) {
  const { typeV, aggregate } = commandKinds.record_facts
  return outbox.add({ type: 'record_facts', typeV, payload, aggregate: aggregate(payload) })
}

const personOf = (phone: ClickParts['phone']) =>
  phone.withStore((_store, person) => Promise.resolve(person))
