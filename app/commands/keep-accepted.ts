import { keepAcceptedLearning } from '~/features/cards/kept-learning'
import { keepAcceptedSheet } from '~/features/emergency/kept-sheet'
import { keepAcceptedMedication } from '~/features/medication/keep-accepted'
import type { AcceptedDeed, KeepAccepted } from '~/offline/outbox/flush'
import { readDeed } from './catalog'
import type { WaitingDeed } from './use-waiting'

/** Each feature writes the deeds it knows into what it keeps; the others it passes over. */
export const keepAcceptedDeeds: KeepAccepted = async (phone, store, deeds) => {
  const taken = deeds.map(takenDeed).filter((deed) => deed !== null)
  await keepAcceptedLearning(phone.locks, store, taken)
  await keepAcceptedMedication(phone.locks, store, taken)
  await keepAcceptedSheet(phone.locks, store, taken)
}

/** A deed that the server has taken, with what it said of it; instants are ms since 1970. */
export type TakenDeed = WaitingDeed & { result: unknown; receivedAt: number }

/** Null when a newer version of the app wrote it, which keeps it itself. */
function takenDeed({ command, result, serverTime }: AcceptedDeed): TakenDeed | null {
  const { id, occurredAt } = command
  const deed = readDeed(command)
  return deed && { ...deed, id, occurredAt, result, receivedAt: Date.parse(serverTime) }
}
