/** One kind of command and every version of it that was ever shipped. Runs on the phone: no schema here. */
export interface CommandKind<Payload> {
  /** What a phone of this build sends. */
  typeV: number
  /** `older[1]` turns a payload of version 1 into one of version 2, and so on up to `typeV`. */
  older?: Record<number, (payload: unknown) => unknown>
  /** A note of the app's own, not a deed of the person's: that it waits is not shown. */
  unseen?: true
  /** What it is about: commands of the same thing keep their order when one has to wait. */
  aggregate(payload: Payload): string
}

/** A payload of version `typeV` in today's shape; undefined when it is newer than this build. */
export function toNewest(
  kind: Pick<CommandKind<never>, 'typeV' | 'older'>,
  typeV: number,
  payload: unknown,
): { payload: unknown } | undefined {
  let newest = payload
  for (let v = typeV; v < kind.typeV; v++) newest = kind.older?.[v]?.(newest)
  return typeV > kind.typeV ? undefined : { payload: newest }
}
