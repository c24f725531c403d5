import type { AfterStep } from './after-schema'

const inWords = new Intl.DateTimeFormat('ko', { dateStyle: 'long', timeZone: 'UTC' })

/** Whose advice the steps are, and the oldest day on which one of them was checked. A source ends in its office. */
export function toldBy(steps: readonly AfterStep[]): string {
  const offices = new Set(steps.map(({ source }) => source.title.split(', ').at(-1)))
  const oldest = steps.map(({ source }) => source.checkedOn).sort()[0] ?? ''
  return `${[...offices].join('·')} 안내예요. ${inWords.format(new Date(oldest))}에 확인했어요.`
}
