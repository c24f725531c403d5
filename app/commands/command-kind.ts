import type * as z from 'zod/mini'

/** One kind of command and every version of it that was ever shipped. */
export interface CommandKind<Payload> {
  /** What a phone of this build sends. */
  typeV: number
  /** The payload of `typeV`. */
  schema: z.ZodMiniType<Payload>
  /** `older[1]` turns a payload of version 1 into one of version 2, and so on up to `typeV`. */
  older?: Record<number, (payload: unknown) => unknown>
  /** What it is about: commands of the same thing keep their order when one has to wait. */
  aggregate(payload: Payload): string
  /** A payload of each version as a phone once sent it, for the tests. */
  fixtures: Record<number, unknown>
}

export function commandKind<Payload>(kind: CommandKind<Payload>): CommandKind<Payload> {
  return kind
}
