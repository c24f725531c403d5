const visitsKey = 'gyeote-visits'
const dismissedKey = 'gyeote-install-dismissed'
const listeners = new Set<() => void>()
const tell = () => listeners.forEach((changed) => changed())
const visitGapMs = 30 * 60_000

/** A visit is an opening at least half an hour after the last one. Storage may be switched off. */
export function countVisit(): void {
  try {
    const [count = 0, last = 0] = (localStorage.getItem(visitsKey) ?? '').split(' ').map(Number)
    if (Date.now() - last > visitGapMs)
      localStorage.setItem(visitsKey, `${count + 1} ${Date.now()}`)
    tell()
  } catch {
    // Then it stays the first visit, and nothing is offered.
  }
}

export function listenForVisits(changed: () => void): () => void {
  listeners.add(changed)
  return () => void listeners.delete(changed)
}

export function isHintWanted(): boolean {
  try {
    const visits = Number((localStorage.getItem(visitsKey) ?? '').split(' ')[0])
    return visits >= 2 && localStorage.getItem(dismissedKey) === null
  } catch {
    return false
  }
}

export function dismissHint(): void {
  try {
    localStorage.setItem(dismissedKey, '1')
    tell()
  } catch {
    // Asked again at the next visit.
  }
}
