import { sittingPath, type StepId } from './sitting'

interface WayBack {
  step: StepId
  /** Where the step's own pages begin, and the page they hand on to when they are over. */
  from: RegExp
  to: RegExp
}

const ways: readonly WayBack[] = [
  { step: 'medicine', from: /^\/medication\/new/, to: /^\/medication\/courses\/[^/]+$/ },
  { step: 'family', from: /^\/me\/family\/(invite|waiting)/, to: /^\/me\/family$/ },
]

/** The step whose pages have just been left for good, as the step's own page; null on the way. */
export function wayBack(before: string, now: string): string | null {
  const way = ways.find(({ from, to }) => from.test(before) && to.test(now))
  return way ? `${sittingPath}/${way.step}` : null
}
