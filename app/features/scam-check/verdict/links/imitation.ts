import { asSeen, isOneEditApart } from './edit-distance'
import type { SiteIndex } from './site-index'

const leastForEdit = 6
/** Only offices and schools are given such an address: one that merely looks like it passes itself off as one. */
const officeEnding = /(?:^|\.)(?:go|ac)\.kr$/

/**
 * Whose address a host that is not official passes itself off as, or null: an official address used as a part of
 * another (`nts.go.kr.refund.top`), look-alike letters (`c0upang.com`), one letter off (`hometex.com`), or an office's
 * name among other words (`nhis-check.com`). `looks` is the host with foreign letters made Latin.
 */
export function imitates(looks: string, domainName: string, index: SiteIndex): string | null {
  if (!officeEnding.test(looks) && officeEnding.test(asSeen(looks))) return '공공기관'
  const whole = index.officialOwner(looks, null)
  if (whole) return whole
  const labels = looks.split('.')
  for (let from = 0; from < labels.length - 2; from++)
    for (let to = from + 2; to < labels.length; to++) {
      const owner = index.officialOwner(labels.slice(from, to).join('.'), null)
      if (owner) return owner
    }
  const seen = asSeen(domainName)
  for (const one of index.officialNames) {
    if (seen === one.seen && domainName !== one.name) return one.owner
    if (one.name.length >= leastForEdit && isOneEditApart(domainName, one.name)) return one.owner
  }
  return nameAmongWords(looks, index)
}

function nameAmongWords(looks: string, index: SiteIndex): string | null {
  const words = new Set(looks.split(/[.-]/))
  const found = index.imitatedNames.find(({ name }) =>
    name.length >= 6 ? looks.includes(name) : words.has(name),
  )
  return found?.owner ?? null
}
