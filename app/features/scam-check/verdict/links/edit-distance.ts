/** Whether `a` becomes `b` by at most one letter put in, left out, changed, or two neighbours swapped. */
export function isOneEditApart(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false
  const shorter = Math.min(a.length, b.length)
  let before = 0
  while (before < shorter && a[before] === b[before]) before++
  let after = 0
  while (after < shorter - before && a[a.length - 1 - after] === b[b.length - 1 - after]) after++
  const apart = Math.max(a.length, b.length) - before - after
  if (apart === 1) return true
  return apart === 2 && a[before] === b[before + 1] && a[before + 1] === b[before]
}

/** A host's letters as a hurried eye takes them: digits for letters, two letters for one, no hyphens. */
export const asSeen = (name: string): string =>
  name
    .replace(/-/g, '')
    .replace(/0/g, 'o')
    .replace(/[1|]/g, 'l')
    .replace(/5/g, 's')
    .replace(/rn/g, 'm')
    .replace(/vv/g, 'w')
    .replace(/i/g, 'l')
