import { parse } from 'tldts'
import type { Lists } from '../knowledge'
import { isDisguised, isUnseen } from '../letters'
import { originalSpan, type MappedText } from '../mapped-text'
import type { FoundLink, LinkFinding } from '../verdict'
import { findAddresses, type Address } from './find-addresses'
import { imitates } from './imitation'
import { siteIndexOf, type SiteIndex } from './site-index'

/** A link, and where it stands in the folded text. */
export interface ExaminedLink extends FoundLink {
  from: number
  to: number
  /** A word in the place of an address, such as `[링크]`: whoever passed the message on took it out. */
  isStandIn: boolean
}

const usualPorts = ['', '80', '443', '8080', '8443', '9080']
const plainEndings =
  /\.(?:com|net|org|kr|io|me|co|info|biz|tv|gl|ly|kakao|page|app|dev|link|shop|store|site|xyz)$/

/** Every address of a text with what can be said of it without opening it. */
export function examineLinks(original: string, folded: MappedText, lists: Lists): ExaminedLink[] {
  const index = siteIndexOf(lists)
  return findAddresses(folded).flatMap((address) => {
    const examined = examine(address, writtenAuthority(original, folded, address), index)
    if (!examined) return []
    const span = originalSpan(folded, address.from, address.to)
    return [
      {
        span,
        from: address.from,
        to: address.to,
        isStandIn: address.authority === '' && !address.hasScheme,
        ...examined,
      },
    ]
  })
}

type Examined = Pick<FoundLink, 'host' | 'registrableDomain' | 'findings' | 'owner'>

const unreadable: Examined = {
  host: null,
  registrableDomain: null,
  findings: ['hidden'],
  owner: null,
}

function examine(address: Address, written: string, index: SiteIndex): Examined | null {
  const { user, name: site, port } = divide(address.split ? address.authority : written)
  const host = hostOf(site)
  if (host === null) return address.hasScheme || address.authority === '' ? unreadable : null
  const { domain, isIp, isIcann, isPrivate, domainWithoutSuffix } = parse(host, {
    allowPrivateDomains: true,
  })
  const registrable = domain !== null && (isIcann || isPrivate) === true
  const name = domainWithoutSuffix ?? ''
  if (!address.hasScheme && !isLink(address, host, isIp === true, registrable, name, index))
    return null
  if (!isIp && !registrable) return { ...unreadable, host }

  const looks = divide(address.authority).name
  const official = index.officialOwner(host, domain)
  const free = index.has('freeHosts', host, domain)
  const imitated = official || isIp ? null : imitates(looks, name, index)
  const shortened = index.has('shorteners', host, domain)
  const openChat = index.has('openChats', host, domain)
  const findings: LinkFinding[] = []
  const note = (finding: LinkFinding, when: boolean) => when && findings.push(finding)
  note('official', official !== null && !free && !shortened && !openChat)
  note('user_at_host', user)
  note('app_file', /\.(?:apk|xapk|apkm)(?:$|[?#&])/.test(address.path))
  note('ip_address', isIp === true)
  note('imitates_official', imitated !== null && !shortened && !openChat && !free)
  note('foreign_letters', hasForeignLetters(site))
  note('odd_port', !usualPorts.includes(port))
  note('split', address.split)
  note('suspicious_ending', official === null && index.isSuspiciousEnding(host))
  note('shortened', shortened)
  note('open_chat', openChat)
  return { host, registrableDomain: domain, findings, owner: official ?? imitated }
}

/** Two words and a dot are not yet an address: `dr.kim` is a name, unless something points at it. Three are. */
function isLink(
  address: Address,
  host: string,
  isIp: boolean,
  registrable: boolean,
  name: string,
  index: SiteIndex,
): boolean {
  if (isIp) return address.path.length > 1
  if (!registrable || (address.path === '' && filePlainly.test(host))) return false
  return (
    address.path.length > 0 ||
    /^www\./.test(address.authority) ||
    plainEndings.test(host) ||
    host.split('.').length > 2 ||
    (name.length >= shortestName &&
      (address.isPointedAt ||
        index.isSuspiciousEnding(host) ||
        imitates(host, name, index) !== null))
  )
}

const shortestName = 5
/** Endings under which one can register, and which files have. */
const filePlainly = /\.(?:zip|mov|pdf|doc|xls|ppt|hwp|jpg|png)$/

/** What really stands in the message, without blanks and unseen characters. */
function writtenAuthority(
  original: string,
  folded: MappedText,
  { authorityFrom, authorityTo }: Address,
) {
  if (authorityTo <= authorityFrom) return ''
  const [start, end] = originalSpan(folded, authorityFrom, authorityTo)
  return [...original.slice(start, end)]
    .filter((one) => !isUnseen(one.codePointAt(0) ?? 0) && one.trim() !== '')
    .join('')
}

function divide(authority: string) {
  const at = authority.lastIndexOf('@')
  const [, name = '', port = ''] = /^(.*?)(?::(\d*))?$/s.exec(authority.slice(at + 1)) ?? []
  return { user: at >= 0, name: name.toLowerCase(), port }
}

/** As a browser reads it; null for what is none, and for names with stars or crosses instead of letters. */
function hostOf(name: string): string | null {
  if (name === '' || /[*○●□■]|x{4,}|^x{2,}\.|\.x{2,}$/.test(name)) return null
  try {
    return new URL(`http://${name}/`).hostname.replace(/^www\./, '').replace(/\.$/, '') || null
  } catch {
    return null
  }
}

const hasForeignLetters = (name: string) =>
  /(^|\.)xn--/.test(name) || [...name].some((letter) => isDisguised(letter))
