import { createContext, useContext } from 'react'

const ownPath = '/medication'

/** Where the pages of these medicines lie: under the person's own 약, or under whom somebody helps. */
const Place = createContext(ownPath)
export const EntryPlace = Place.Provider

/** Paths below that place; `isOwn` is false for whoever helps, who is offered less. */
export function useEntryPlace(): { pathOf(below: string): string; isOwn: boolean } {
  const base = useContext(Place)
  return { pathOf: (below) => `${base}${below}`, isOwn: base === ownPath }
}

/** The same page in another place, for an address that begins with the person's own. */
export const placedIn = (base: string, path: string): string =>
  path.startsWith(ownPath) ? `${base}${path.slice(ownPath.length)}` : path
