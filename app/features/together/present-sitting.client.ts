const key = 'gyeote-sitting'
const listeners = new Set<() => void>()

/** Whether somebody sits at this tab installing together: only for the way back, no step is ticked by it. */
export function isSitting(): boolean {
  try {
    return sessionStorage.getItem(key) !== null
  } catch {
    return false
  }
}

export function setSitting(isOn: boolean): void {
  try {
    if (isOn) sessionStorage.setItem(key, '1')
    else sessionStorage.removeItem(key)
  } catch {
    // Then the way back is the list in 내 정보.
  }
  listeners.forEach((changed) => changed())
}

export function listenForSitting(changed: () => void): () => void {
  listeners.add(changed)
  return () => void listeners.delete(changed)
}
