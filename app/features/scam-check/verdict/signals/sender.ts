import type { Lists } from '../knowledge'

const named = /[[(<【「]([^\])>】」\n]{2,24})[\])>】」]/g
const looked = 160

/**
 * The office a message says it comes from, by a name in brackets near its beginning (`[국민건강보험]`), or null.
 * Only what the message says: anyone can write it.
 */
export function senderOf(folded: string, lists: Lists): string | null {
  for (const match of folded.slice(0, looked).matchAll(named)) {
    const name = (match[1] ?? '').replace(/[^a-z0-9가-힣+]/g, '')
    const site = lists.officialSites.find(({ calledBy }) => calledBy.includes(name))
    if (site) return site.owner
  }
  return null
}
