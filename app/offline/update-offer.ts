/** A new version of the app that waits; how to switch to it. */
type Accept = () => void

let accept: Accept | null = null
let dirtyForms = 0
const listeners = new Set<() => void>()

const tell = () => listeners.forEach((changed) => changed())

/** A new version has been fetched whole and waits to take over. */
export function announceUpdate(how: Accept): void {
  accept = how
  tell()
}

/** Somebody has typed something that is not sent yet. Returns how to take that back. */
export function holdUpdates(): () => void {
  dirtyForms += 1
  tell()
  return () => {
    dirtyForms -= 1
    tell()
  }
}

/** How to switch to the new version; null while there is none or somebody is in the middle of a form. */
export function findUpdate(): Accept | null {
  return dirtyForms > 0 ? null : accept
}

export function listenForUpdates(changed: () => void): () => void {
  listeners.add(changed)
  return () => void listeners.delete(changed)
}
