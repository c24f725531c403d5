import type { Rollup } from 'vite'

type GetModuleInfo = Rollup.ManualChunkMeta['getModuleInfo']

const framework =
  /\/node_modules\/(react|react-dom|scheduler|react-router|react-router-dom|@remix-run\/[a-z-]+|turbo-stream)\//
/** Those whose part of the first page is large enough for a file. */
const feature = /\/app\/features\/(medication|cards)\//
/** What few use of a package whose one entry names it all: it would come along with the rest. */
const apart = /\/node_modules\/uuid\/[a-z-]+\/(v35|v5|sha1|parse)\.js$/

/**
 * Which file of the build a module goes to. Left alone, each set of pages that share something has a file of
 * its own for it: some fifty for 오늘, each with headers, a request through the worker and a dictionary of its
 * own. So what at least half of the pages need is one file, and what the first page shares with others of a
 * large feature is one file for that feature. What the first page fetches after itself, and others with
 * themselves, is grouped likewise, beside that: first what is on it for many people, then all the rest. What few
 * pages need stays where those pages find it.
 * @param firstPage the end of the path of the route that is opened most
 * @param firstPart the end of the path of what that page fetches for many people
 */
export function groupChunks(firstPage: string, firstPart: string): Rollup.GetManualChunk {
  let pages: Pages | undefined
  return (id, { getModuleInfo, getModuleIds }) => {
    // What the bundler adds, the framework uses too: anywhere else the two files would need each other.
    if (framework.test(id) || id.startsWith('\0')) return 'framework'
    pages ??= listPages([...getModuleIds()], getModuleInfo)
    if (pages.entries.has(id) || pages.routeFiles.has(id)) return undefined
    if (apart.test(id)) return 'later-packages'
    const users = pages.reaching(id)
    const group = feature.exec(id)?.[1] ?? (id.includes('/node_modules/') ? 'packages' : 'shell')
    if ([...users].some((page) => page.endsWith(firstPage))) {
      if (users.size >= pages.routeFiles.size / 2) return 'shell'
      return users.size < 2 ? undefined : group
    }
    if (users.size === 0) return undefined
    if (pages.partOf(firstPart).has(id)) return `part-${group}`
    return pages.fetchedBy(firstPage).has(id) ? `later-${group}` : undefined
  }
}

interface Pages {
  entries: ReadonlySet<string>
  routeFiles: ReadonlySet<string>
  /** The pages that load this module with themselves; all of them when the document itself does. */
  reaching(id: string): ReadonlySet<string>
  /** The modules that the page with this end of a path fetches with itself or after. */
  fetchedBy(page: string): ReadonlySet<string>
  /** The modules that come with the one with this end of a path. */
  partOf(part: string): ReadonlySet<string>
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
  const sets = new Map<string, Set<string>>()
  /** From the module with this end of a path, worked out once. */
  const reached = (end: string, among: readonly string[], later: boolean) => {
    const known = sets.get(end)
    if (known) return known
    const from = among.find((id) => (id.split('?')[0] ?? id).endsWith(end))
    if (from === undefined) throw new Error(`no module of the pages is ${end}`)
    const all = reachedFrom(from, getModuleInfo, { later })
    sets.set(end, all)
    return all
  }
  return {
    entries: new Set(entries),
    routeFiles,
    reaching: (id) => users.get(id) ?? new Set(),
    fetchedBy: (page) => reached(page, entries, true),
    partOf: (part) => reached(part, ids, false),
  }
}

function reachedFrom(
  entry: string,
  getModuleInfo: GetModuleInfo,
  { later = false } = {},
): Set<string> {
  const seen = new Set([entry])
  for (const id of seen) {
    const info = getModuleInfo(id)
    for (const next of info?.importedIds ?? []) seen.add(next)
    if (later) for (const next of info?.dynamicallyImportedIds ?? []) seen.add(next)
  }
  return seen
}
