import type { Rollup } from 'vite'

type GetModuleInfo = Rollup.ManualChunkMeta['getModuleInfo']

const framework =
  /\/node_modules\/(react|react-dom|scheduler|react-router|react-router-dom|@remix-run\/[a-z-]+|turbo-stream)\//
/** Those whose part of the first page is large enough for a file. */
const feature = /\/app\/features\/(medication|cards)\//

/**
 * Which file of the build a module goes to. Left alone, each set of pages that share something has a file of
 * its own for it: some fifty for 오늘, each with headers, a request through the worker and a dictionary of its
 * own. So what at least half of the pages need is one file, and what the first page shares with others of a
 * large feature is one file for that feature. What few pages need stays where those pages find it.
 * @param firstPage the end of the path of the route that is opened most.
 */
export function groupChunks(firstPage: string): Rollup.GetManualChunk {
  let pages: Pages | undefined
  return (id, { getModuleInfo, getModuleIds }) => {
    // What the bundler adds, the framework uses too: anywhere else the two files would need each other.
    if (framework.test(id) || id.startsWith('\0')) return 'framework'
    pages ??= listPages([...getModuleIds()], getModuleInfo)
    if (pages.entries.has(id) || pages.routeFiles.has(id)) return undefined
    const users = pages.reaching(id)
    if (users.size >= pages.routeFiles.size / 2) return 'shell'
    if (users.size < 2 || ![...users].some((page) => page.endsWith(firstPage))) return undefined
    return feature.exec(id)?.[1] ?? (id.includes('/node_modules/') ? 'packages' : 'shell')
  }
}

interface Pages {
  entries: ReadonlySet<string>
  routeFiles: ReadonlySet<string>
  /** The pages that load this module with themselves; all of them when the document itself does. */
  reaching(id: string): ReadonlySet<string>
}

function listPages(ids: readonly string[], getModuleInfo: GetModuleInfo): Pages {
  const entries = ids.filter((id) => getModuleInfo(id)?.isEntry)
  const routeFiles = new Set(
    entries.filter((id) => id.includes('?')).map((id) => id.split('?')[0] ?? id),
  )
  const users = new Map<string, Set<string>>()
  for (const entry of entries) {
    const page = entry.split('?')[0] ?? entry
    const isDocument = /\/app\/(root|entry\.client)\.tsx$/.test(page)
    for (const id of reachedFrom(entry, getModuleInfo)) {
      const of = users.get(id) ?? new Set()
      users.set(id, of)
      for (const user of isDocument ? routeFiles : [page]) of.add(user)
    }
  }
  return { entries: new Set(entries), routeFiles, reaching: (id) => users.get(id) ?? new Set() }
}

function reachedFrom(entry: string, getModuleInfo: GetModuleInfo): Set<string> {
  const seen = new Set([entry])
  for (const id of seen) for (const next of getModuleInfo(id)?.importedIds ?? []) seen.add(next)
  return seen
}
