import { v7 as uuidv7 } from 'uuid'
import type { Shell } from '~/offline/kept-or'
import { warmShells } from '~/offline/warm-shells'
import { loadKeptMedication } from '../facts/load-kept-medication'
import { entryWants, type EntryPage } from './entry-page'

/** `clientLoader` of every page of entering; `paths` with parameters are kept for offline once opened. */
export function loadKeptEntry(
  serverLoader: () => Promise<EntryPage | Shell>,
  ...paths: string[]
): Promise<EntryPage> {
  if (paths.length > 0) void warmShells(paths)
  return loadKeptMedication(serverLoader, entryWants, (page) => ({ ...page, commandId: uuidv7() }))
}
