import type { Lists } from '../knowledge'
import { asSeen } from './edit-distance'

/** The lists, ready to be asked for a host. */
export interface SiteIndex {
  officialOwner(host: string, domain: string | null): string | null
  /** Official names as seen, with whose they are: `hometax` for `hometax.go.kr`. */
  officialNames: { name: string; seen: string; owner: string }[]
  imitatedNames: Lists['imitatedNames']
  officialHosts: ReadonlyMap<string, string>
  has(list: 'shorteners' | 'openChats' | 'freeHosts', host: string, domain: string | null): boolean
  isSuspiciousEnding(host: string): boolean
}

/** Made once for each set of lists and kept with it. */
export function siteIndexOf(lists: Lists): SiteIndex {
  const known = indexes.get(lists)
  if (known) return known
  const made = makeIndex(lists)
  indexes.set(lists, made)
  return made
}

const indexes = new WeakMap<Lists, SiteIndex>()

function makeIndex(lists: Lists): SiteIndex {
  const officialHosts = new Map(
    lists.officialSites.flatMap(({ owner, hosts }) => hosts.map((host) => [host, owner] as const)),
  )
  const sets = {
    shorteners: new Set(lists.shorteners),
    openChats: new Set(lists.openChats),
    freeHosts: new Set(lists.freeHosts),
  }
  const endings = new Set(lists.suspiciousEndings)
  return {
    officialHosts,
    officialOwner(host, domain) {
      const site = officialHosts.get(host) ?? officialHosts.get(domain ?? '')
      if (site) return site
      const suffix = lists.officialSuffixes.find((one) => host.endsWith(`.${one.suffix}`))
      return suffix?.owner ?? null
    },
    officialNames: [...officialHosts].flatMap(([host, owner]) => {
      const name = host.split('.')[0] ?? ''
      return name.length < 5 ? [] : [{ name, seen: asSeen(name), owner }]
    }),
    imitatedNames: lists.imitatedNames,
    has: (list, host, domain) => sets[list].has(host) || sets[list].has(domain ?? ''),
    isSuspiciousEnding(host) {
      const labels = host.split('.')
      return labels.some((_, i) => i > 0 && endings.has(labels.slice(i).join('.')))
    },
  }
}
