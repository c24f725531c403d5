/** A zod schema, or anything that reads like one. */
interface Schema<T> {
  safeParse(value: unknown): { success: true; data: T } | { success: false }
}

/** One kind of thing the phone keeps, and how to read what older versions of the app kept. */
export interface KeptShape<T> {
  /** Never shown on the phone's disk: entries lie under a keyed hash of it. */
  name: string
  /**
   * What the server does not have yet, as deeds: never cleared to make room, stays when somebody else takes the
   * phone over, and goes along with its person. It is sent by whoever knows how (`outbox/send-unsent.ts`).
   */
  unsent?: true
  /** Raised whenever the shape changes in a way an older reader would misread. */
  v: number
  schema: Schema<T>
  /** `older[1]` turns a value of version 1 into one of version 2, and so on up to `v`. */
  older?: Record<number, (value: unknown) => unknown>
}

/**
 * What is kept lies sealed with a key that proves who wrote it. Where only one file writes a shape, a look at the
 * outside is enough: a schema would read five years of answers one by one, or come along for two words.
 */
export const sealed = <T>(fits: (value: object) => boolean): Schema<T> => ({
  safeParse: (value) =>
    typeof value === 'object' && value !== null && fits(value)
      ? { success: true, data: value as T }
      : { success: false },
})

/** The value in today's shape; null when it is newer than this code (after a roll-back) or does not fit. */
export function readKept<T>(shape: KeptShape<T>, kept: { v: number; value: unknown }): T | null {
  let { v, value } = kept
  while (v < shape.v) {
    const upcast = shape.older?.[v]
    if (!upcast) return null
    value = upcast(value)
    v += 1
  }
  if (v !== shape.v) return null
  const read = shape.schema.safeParse(value)
  return read.success ? read.data : null
}
