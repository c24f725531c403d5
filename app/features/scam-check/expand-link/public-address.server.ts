import { BlockList, isIP, isIPv4 } from 'node:net'

/**
 * Everything that is not of the public internet: this machine, its network, the cloud's metadata, many at
 * once, and what is reserved (IANA's special-purpose registries, RFC 6890 and its updates).
 */
const notPublic = new BlockList()
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.31.196.0', 24],
  ['192.52.193.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['192.175.48.0', 24],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  notPublic.addSubnet(net, bits, 'ipv4')
// Public clouds answer their own guests here.
for (const address of ['168.63.129.16', '100.100.100.200']) notPublic.addAddress(address, 'ipv4')

/** Only these are given out; of them, what carries another address inside or is set apart. */
const global6 = new BlockList()
global6.addSubnet('2000::', 3, 'ipv6')
const notPublic6 = new BlockList()
for (const [net, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['2620:4f:8000::', 48],
  ['3fff::', 20],
] as const)
  notPublic6.addSubnet(net, bits, 'ipv6')

const nat64 = new BlockList()
nat64.addSubnet('64:ff9b::', 96, 'ipv6')

/**
 * True for an address that the server may ask on somebody's behalf. One with an IPv4 address inside it
 * (`::ffff:…`, `64:ff9b::…`) is as public as that one; every other way to hide one is refused.
 */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !notPublic.check(address, 'ipv4')
  if (isIP(address) !== 6 || address.includes('%')) return false
  const groups = groupsOf(address)
  if (isMapped(groups) || nat64.check(address, 'ipv6')) return isPublicAddress(lastFour(groups))
  return global6.check(address, 'ipv6') && !notPublic6.check(address, 'ipv6')
}

const isMapped = (groups: number[]) =>
  groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff

function lastFour(groups: number[]): string {
  const [high = 0, low = 0] = groups.slice(6)
  return [high >> 8, high & 255, low >> 8, low & 255].join('.')
}

/** The eight groups of an IPv6 address, however short it is written. */
function groupsOf(address: string): number[] {
  const written = address.replace(/[\d.]+$/, (tail) => (isIPv4(tail) ? asGroups(tail) : tail))
  const [head = '', tail] = written.split('::')
  const [first, last] = [read(head), read(tail ?? '')]
  if (tail === undefined) return first
  return [...first, ...Array<number>(8 - first.length - last.length).fill(0), ...last]
}

function asGroups(address: string): string {
  const [a = 0, b = 0, c = 0, d = 0] = address.split('.').map(Number)
  return `${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`
}

const read = (part: string) => (part ? part.split(':').map((group) => parseInt(group, 16)) : [])
