import type { Office } from '../checked'
import type { Lists } from '../verdict/knowledge'
import type { TrickKind, Verdict } from '../verdict/verdict'

const mostNamed = 2

/** Answers whatever it is about, day and night; named by what it does, since nobody knows its own name. */
const forEverything = { name: '사기 물어보는 곳', digits: '1394' }

/** For emergencies: nobody is to ring there because a message names the police. */
const notForQuestions = new Set(['112', '119', '15661188', '1394'])

const forTrick: Partial<Record<TrickKind, string>> = {
  health_check: '15771000',
  authority_impersonation: '01035708242',
  fine: '182',
  loan_or_subsidy: '1332',
  account_alert: '1332',
  payment_alert: '1332',
  refund: '126',
}

/** Whom to ask about a text: those it names, by the number of our list, and whoever answers for everything. */
export function officesToAsk(text: string, verdict: Verdict, lists: Lists): Office[] {
  const squeezed = text.replace(/\s+/g, '').toLowerCase()
  const calledBy = new Map<string, string[]>()
  for (const { owner, calledBy: names } of lists.officialSites)
    calledBy.set(owner, [...(calledBy.get(owner) ?? []), ...names])
  const isNamed = (office: string) =>
    [office, ...(calledBy.get(office) ?? [])].some((name) => squeezed.includes(name.toLowerCase()))

  const found = new Map<string, string>()
  for (const { office, digits } of lists.officialNumbers)
    if (!notForQuestions.has(digits) && !found.has(office) && isNamed(office))
      found.set(office, digits)

  const named = [...found].map(([name, digits]) => ({ name, digits })).slice(0, mostNamed)
  if (named.length > 0) return [...named, forEverything]
  const fitting = verdict.trick ? forTrick[verdict.trick] : undefined
  const ofTrick = lists.officialNumbers.filter(({ digits }) => digits === fitting)
  return [...ofTrick.map(({ office, digits }) => ({ name: office, digits })), forEverything]
}

/** As it is written on paper: 1577-1000, 010-3570-8242, 112. */
export function writeNumber(digits: string): string {
  if (digits.length <= 4) return digits
  if (digits.length === 8) return `${digits.slice(0, 4)}-${digits.slice(4)}`
  return digits.replace(/^(02|0\d\d)(\d{3,4})(\d{4})$/, '$1-$2-$3')
}
