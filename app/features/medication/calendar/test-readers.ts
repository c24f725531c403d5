import ICAL from 'ical.js'
import { expandRecurringEvent, sync, type VEvent } from 'node-ical'

/** What a program makes of a calendar file: when something rings, in ms since 1970 and in order. */
export type Reader = (text: string) => number[]

const ends = new Date('2100-01-01')
const most = 2_000

/** `ical.js`, which reads the time zones that the file brings along. */
export const readWithIcalJs: Reader = (text) => {
  const calendar = new ICAL.Component(
    ICAL.parse(text) as ConstructorParameters<typeof ICAL.Component>[0],
  )
  const found = calendar.getAllSubcomponents('vevent').flatMap((component) => {
    const event = new ICAL.Event(component)
    const times: number[] = []
    const next = event.iterator()
    for (let time = next.next(); time && times.length < most; time = next.next())
      times.push(time.toUnixTime() * 1000)
    return times
  })
  return inOrder(found)
}

/** `node-ical`, which knows the zones by name and expands rules by itself. */
export const readWithNodeIcal: Reader = (text) => {
  const events = Object.values(sync.parseICS(text)).filter(isEvent)
  const found = events.flatMap((event) =>
    expandRecurringEvent(event, { from: new Date(0), to: ends }).map(({ start }) =>
      start.getTime(),
    ),
  )
  return inOrder(found)
}

const isEvent = (one: unknown): one is VEvent => (one as { type?: string }).type === 'VEVENT'
const inOrder = (times: number[]) => times.sort((a, b) => a - b)
