// @vitest-environment node
import { expect, test } from 'vitest'
import { createLocalLocks } from '~/offline/locks'
import type { Store } from '~/offline/store/store'
import { createTestDisk } from '~/offline/test-phone'
import { keepFacts } from '~/features/medication/facts/kept-facts'
import { minutesPerDay } from '~/features/medication/schedule/care-date'
import { course, having, slotsOf, version } from '~/features/medication/schedule/test-facts'
import { momentOf } from '~/features/medication/schedule/moment'
import { alarmSeriesOf, rootOf } from '~/features/medication/calendar/alarm-series'
import { afterExport } from '~/features/medication/calendar/compare-export'
import { keptExport } from '~/features/medication/calendar/kept-export'
import { readWithIcalJs } from '~/features/medication/calendar/test-readers'
import { answerCalendar } from './answer-calendar'

const request = new Request('https://gyeote.example/medication/calendar.ics')
const noServer = () => Promise.resolve(Response.error())
const heart = course({ id: 'course-1' })
const facts = having({
  courses: [heart],
  courseVersions: [version(heart, { fromOn: 0, slots: slotsOf('morning') })],
})

const hourFact = (id: string, minute: number) => ({
  slotHours: [{ id, slotId: 'morning', baseId: null, fromOn: 0, minute }],
})

test('the file is made of what lies on the phone and of what waits there, without a network', async () => {
  const phone = createTestDisk().open()
  await phone.becomePerson('senior')
  const { courses, courseVersions } = facts
  await phone.withStore((store) =>
    keepFacts(createLocalLocks(), store, { courses, courseVersions }, { syncedTo: 1 }),
  )
  const before = await answerCalendar(request, phone, noServer)
  expect(before.status).toBe(200)
  expect(before.headers.get('content-type')).toBe('text/calendar;charset=utf-8')
  expect(before.headers.get('content-disposition')).toBe('inline; filename="gyeote.ics"')
  const minuteOf = (instant = 0) => (instant / 60_000 + 540) % minutesPerDay
  expect(minuteOf(readWithIcalJs(await before.text())[0])).toBe(480)

  await phone.withStore((store) =>
    store.outbox.add({
      id: 'deed-1',
      person: 'senior',
      type: 'record_facts',
      typeV: 1,
      occurredAt: new Date().toISOString(),
      payload: hourFact('hour-1', 570),
      aggregate: 'medication',
    }),
  )
  const after = await answerCalendar(request, phone, noServer)
  expect(minuteOf(readWithIcalJs(await after.text())[0])).toBe(570)
})

test('entries keep their UIDs when an account with an older course adopts the phone', async () => {
  const phone = createTestDisk().open()
  const keep = (store: Store, kept: Pick<typeof facts, 'courses' | 'courseVersions'>) =>
    keepFacts(createLocalLocks(), store, kept, { syncedTo: 1 })
  const uids = async () => {
    const text = await (await answerCalendar(request, phone, noServer)).text()
    return text.match(/^UID:.*$/gm)
  }
  await phone.becomePerson('anonymous')
  await phone.withStore((store) => keep(store, facts))
  const before = await uids()
  expect(before).toHaveLength(1)
  const now = momentOf(facts, phone.now().getTime())
  const given = afterExport(null, alarmSeriesOf(facts, now), now.instant, rootOf(facts))
  await phone.withStore((store) => store.keep(keptExport, given))

  await phone.becomePerson('senior', { adopted: ['anonymous'] })
  const older = course({ id: 'course-0' })
  const both = {
    courses: [older, heart],
    courseVersions: [
      ...facts.courseVersions,
      version(older, { fromOn: 0, slots: slotsOf('noon') }),
    ],
  }
  await phone.withStore((store) => keep(store, both))
  expect(await uids()).toEqual(expect.arrayContaining(before ?? []))
  expect(await uids()).toHaveLength(2)
})

test('a phone that keeps nothing asks the server; one with nothing to ring for leads to the page', async () => {
  const phone = createTestDisk().open()
  const server = () => Promise.resolve(new Response('from the server'))
  expect(await (await answerCalendar(request, phone, server)).text()).toBe('from the server')
  await phone.withStore((store) => keepFacts(createLocalLocks(), store, {}, { syncedTo: 1 }))
  const answer = await answerCalendar(request, phone, server)
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/medication/calendar'])
})

test('a store that cannot be read is no reason to leave the person without a file', async () => {
  const phone = createTestDisk().open()
  const broken = { ...phone, withStore: () => Promise.reject(new Error('no room')) }
  const server = () => Promise.resolve(new Response('from the server'))
  expect(await (await answerCalendar(request, broken, server)).text()).toBe('from the server')
})

test('a phone that does not answer asks the server after three seconds', async () => {
  const phone = createTestDisk().open()
  const withStore = () => new Promise<never>(() => undefined)
  const began = performance.now()
  const asked = await answerCalendar(request, { now: phone.now, withStore }, () =>
    Promise.resolve(new Response('from the server')),
  )
  expect(await asked.text()).toBe('from the server')
  expect(performance.now() - began).toBeLessThan(4_500)
})
