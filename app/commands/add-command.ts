import type { Added } from '~/offline/outbox/outbox'
import { thisOutbox } from '~/offline/this-outbox'
import { commandKinds, type CommandType, type PayloadOf } from './catalog'

/**
 * Somebody did something: it is written on the phone first and then sent if that works at once. Resolves
 * within 4 seconds: `sent` with the server's result, `waiting`, or `refused` with its reason. `onKept` is
 * called as soon as it is written down: what is shown as done before that is lost when the page closes then.
 */
export function addCommand<Type extends CommandType>(
  type: Type,
  payload: PayloadOf<Type>,
  onKept?: (kept: boolean) => void,
): Promise<Added> {
  const { typeV, aggregate } = commandKinds[type]
  return thisOutbox().add({ type, typeV, payload, aggregate: aggregate(payload) }, onKept)
}
