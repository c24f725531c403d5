interface Versions {
  /** `YYYY.MM.DD`, with `.n` behind for another one of the same day. */
  lists: string
  model: string
}

/**
 * Whether a server knows less than the phone does: it may lag behind or have gone back, and nothing good gives way
 * to that.
 */
export const isOlder = (sent: Versions, known: Versions): boolean =>
  isBefore(sent.lists, known.lists) || isBefore(sent.model, known.model)

function isBefore(one: string, other: string): boolean {
  const [a, b] = [one, other].map((version) => version.split('.').map(Number))
  for (let at = 0; at < Math.max(a?.length ?? 0, b?.length ?? 0); at++) {
    const step = (a?.[at] ?? 0) - (b?.[at] ?? 0)
    if (step !== 0) return step < 0
  }
  return false
}
