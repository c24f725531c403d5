import { row, type Row } from '../row'
import { median } from '../statistics'
import type { Crowd, Viewer } from './crowd'
import { asFarAsTodayLooks, forFiveYears, forOneMonth } from './fill-medicines'
import { readToday, signInThrough } from './medicine-cases'

const rounds = 5

/**
 * As many doses a day for five years, for the two months that 오늘 opens, and for thirty days. Read one after
 * the other, so that all meet the same noise; the last have half as many answers to read.
 */
export async function compareHistories(crowd: Crowd): Promise<Row[]> {
  const long = await signInThrough(crowd, forFiveYears)
  const opened = await signInThrough(crowd, asFarAsTodayLooks)
  const month = await signInThrough(crowd, forOneMonth)
  const toOpened: number[] = []
  const toMonth: number[] = []
  for (let round = 0; round <= rounds; round++) {
    const times: [long: number, opened: number, month: number][] = []
    for (const [i, viewer] of long.entries())
      times.push([await timeOf(viewer), await timeOf(opened[i]), await timeOf(month[i])])
    const middle = (which: 0 | 1 | 2) => median(times.map((each) => each[which]))
    // The first round warms up.
    if (round === 0) continue
    toOpened.push(middle(0) / middle(1))
    toMonth.push(middle(0) / middle(2))
  }
  const name = 'medicines of 오늘, five years of doses'
  return [
    row('database', `${name} to those of the months it opens`, median(toOpened), '×', 1.3),
    row('database', `${name} to those of thirty days`, median(toMonth), '×'),
  ]
}

async function timeOf(viewer: Viewer | undefined): Promise<number> {
  if (!viewer) throw new Error('each has a counterpart')
  const began = performance.now()
  await readToday(viewer)
  return performance.now() - began
}
