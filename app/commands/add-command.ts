import type { Added } from '~/offline/outbox/outbox'
import { thisOutbox } from '~/offline/this-outbox'
import { commandKinds, type CommandType, type PayloadOf } from './catalog'
import type { CommandKind } from './command-kind'

/**
 * Somebody did something: it is written on the phone first and then sent if that works at once. Resolves
 * within 4 seconds: `sent` with the server's result, `waiting`, or `refused` with its reason.
 */
export function addCommand<Type extends CommandType>(
  type: Type,
  payload: PayloadOf<Type>,
): Promise<Added> {
  const kind = commandKinds[type] as unknown as CommandKind<PayloadOf<Type>>
  const { typeV } = kind
  return thisOutbox().add({ type, typeV, payload, aggregate: kind.aggregate(payload) })
}
