import type { Verdict } from '../verdict/verdict'

/**
 * The message so that no app makes anything in it tappable: dots of addresses in brackets, the middle of a
 * telephone number hidden. For whoever gets it passed on.
 */
export function disarm(text: string, { links, numbers }: Verdict): string {
  const outside = numbers.filter(
    (number) =>
      !links.some((link) => link.span[0] < number.span[1] && number.span[0] < link.span[1]),
  )
  const changes = [
    ...links.map(({ span }) => ({ span, change: hideAddress })),
    ...outside.map(({ span }) => ({ span, change: hideNumber })),
  ]
  // From the end, so that what is still to be changed keeps its place.
  changes.sort((a, b) => b.span[0] - a.span[0])
  return changes.reduce(
    (safe, { span: [start, end], change }) =>
      safe.slice(0, start) + change(safe.slice(start, end)) + safe.slice(end),
    text,
  )
}

const hideAddress = (address: string) =>
  address.replace(/^https?:\/\//i, '').replace(/[.。．]/g, '[.]')

/** The last four digits stay, by which people tell numbers apart. */
function hideNumber(number: string): string {
  const many = number.replace(/\D/g, '').length
  let seen = 0
  return number.replace(/\d/g, (digit) => {
    seen += 1
    return seen > 3 && seen <= many - 4 ? '*' : digit
  })
}
