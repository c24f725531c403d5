import { expect, test } from 'vitest'
import type { Facts } from '../schedule/facts'
import { mergeFacts } from '../schedule/merge-facts'
import type { Rule } from '../schedule/recurrence'
import {
  answer,
  course,
  having,
  hour,
  instant,
  keyOf,
  now,
  on,
  pack,
  pause,
  slotsOf,
  version,
  zone,
} from '../schedule/test-facts'
import { alarmSeriesOf } from './alarm-series'
import { calendarFile } from './calendar-file'
import { contentLines, textValue } from './content-lines'
import { readWithIcalJs, readWithNodeIcal } from './test-readers'
import { zoneLines } from './zone-lines'

const heart = course({ label: '혈압약' })
const taking = (rule: Rule, ...slots: string[]) =>
  having({ courses: [heart], courseVersions: [version(heart, { rule, slots: slotsOf(...slots) })] })
const early = now('2027-03-01 06:00')
const fileOf = (facts: Facts, at = early) => calendarFile(facts, at) ?? ''
const linesOf = (file: string, name: string) =>
  file.split('\r\n').filter((line) => line.startsWith(name))
const seoul = (text: string) => instant(text)

test('one pouch in the morning: the whole file', () => {
  const facts = taking({ kind: 'daily' }, 'morning')
  const [series] = alarmSeriesOf(facts, early)
  expect(fileOf(facts)).toBe(
    [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Gyeote//Medicine times//KO',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      'X-WR-CALNAME:곁에 약 시간',
      'BEGIN:VTIMEZONE',
      'TZID:Asia/Seoul',
      'BEGIN:STANDARD',
      'DTSTART:19700101T000000',
      'TZOFFSETFROM:+0900',
      'TZOFFSETTO:+0900',
      'END:STANDARD',
      'END:VTIMEZONE',
      'BEGIN:VEVENT',
      `UID:${series?.uid}`,
      'SEQUENCE:2',
      'DTSTAMP:20270228T190000Z',
      'DTSTART;TZID=Asia/Seoul:20270301T080000',
      'RRULE:FREQ=DAILY;UNTIL=20270528T230000Z',
      'DURATION:PT15M',
      'SUMMARY:아침 약 시간이에요',
      'DESCRIPTION:곁에에서 확인하세요.',
      'CLASS:PRIVATE',
      'TRANSP:TRANSPARENT',
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      'DESCRIPTION:아침 약 시간이에요',
      'TRIGGER:-PT1M',
      'END:VALARM',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ].join('\r\n'),
  )
})

test('two weeks on and one off: every day, without those of the third week', () => {
  const facts = taking({ kind: 'cycle', anchor: on('2027-03-01'), on: 14, off: 7 }, 'morning')
  const file = fileOf(facts)
  expect(linesOf(file, 'RRULE')).toEqual(['RRULE:FREQ=DAILY;UNTIL=20270528T230000Z'])
  expect(linesOf(file, 'EXDATE').slice(0, 8)).toEqual([
    'EXDATE;TZID=Asia/Seoul:20270315T080000',
    'EXDATE;TZID=Asia/Seoul:20270316T080000',
    'EXDATE;TZID=Asia/Seoul:20270317T080000',
    'EXDATE;TZID=Asia/Seoul:20270318T080000',
    'EXDATE;TZID=Asia/Seoul:20270319T080000',
    'EXDATE;TZID=Asia/Seoul:20270320T080000',
    'EXDATE;TZID=Asia/Seoul:20270321T080000',
    'EXDATE;TZID=Asia/Seoul:20270405T080000',
  ])
  for (const read of [readWithIcalJs, readWithNodeIcal]) expect(read(file)).toHaveLength(62)
})

test('every third day: the days between are left out, one by one', () => {
  const file = fileOf(taking({ kind: 'every', anchor: on('2027-02-26'), n: 3 }, 'evening'))
  expect(linesOf(file, 'DTSTART;')).toEqual(['DTSTART;TZID=Asia/Seoul:20270301T183000'])
  expect(linesOf(file, 'EXDATE')).toHaveLength(58)
  for (const read of [readWithIcalJs, readWithNodeIcal]) {
    expect(read(file)).toHaveLength(30)
    expect(read(file)[1]).toBe(seoul('2027-03-04 18:30'))
  }
})

test('days of the week are a weekly rule', () => {
  // Monday and Thursday.
  const file = fileOf(taking({ kind: 'weekdays', mask: 0b1001 }, 'noon'))
  expect(linesOf(file, 'RRULE')).toEqual(['RRULE:FREQ=WEEKLY;UNTIL=20270527T040000Z;BYDAY=MO,TH'])
  expect(linesOf(file, 'EXDATE')).toEqual([])
  for (const read of [readWithIcalJs, readWithNodeIcal]) expect(read(file)).toHaveLength(26)
})

test('a bedtime after midnight lies on the day that the calendar shows', () => {
  const tired = mergeFacts(taking({ kind: 'weekdays', mask: 1 }, 'bedtime'), {
    slotHours: [hour('bedtime', '00:30')],
  })
  // The Monday's dose is on the Tuesday.
  expect(linesOf(fileOf(tired), 'RRULE')[0]).toContain('BYDAY=TU')
  expect(readWithIcalJs(fileOf(tired))[0]).toBe(seoul('2027-03-02 00:30'))
  expect(readWithIcalJs(fileOf(tired, now('2027-03-02 00:10')))[0]).toBe(seoul('2027-03-02 00:30'))
})

test('irregular days: several courses in one slot ring once, and a pause is left out', () => {
  const bones = course({ label: '골다공증약' })
  const facts = mergeFacts(taking({ kind: 'every', anchor: on('2027-03-01'), n: 2 }, 'morning'), {
    courses: [bones],
    courseVersions: [
      version(bones, {
        rule: { kind: 'every', anchor: on('2027-03-01'), n: 7 },
        slots: slotsOf('morning'),
      }),
    ],
    pauses: [pause('2027-03-03 00:00', '2027-03-10 12:00')],
  })
  for (const read of [readWithIcalJs, readWithNodeIcal])
    expect(read(fileOf(facts)).slice(0, 5)).toEqual([
      seoul('2027-03-01 08:00'),
      seoul('2027-03-11 08:00'),
      seoul('2027-03-13 08:00'),
      seoul('2027-03-15 08:00'),
      seoul('2027-03-17 08:00'),
    ])
})

test('an hour changed from tomorrow: the old entry ends today, the new one is another', () => {
  const before = taking({ kind: 'daily' }, 'morning')
  const after = mergeFacts(before, {
    slotHours: [hour('morning', '09:00', { fromOn: on('2027-03-02') })],
  })
  const [old] = alarmSeriesOf(before, early)
  const [first, second] = alarmSeriesOf(after, early)
  expect(first).toMatchObject({ uid: old?.uid, minute: 480 })
  expect(first?.alarms).toHaveLength(1)
  expect(first?.sequence).toBeGreaterThan(old?.sequence ?? Infinity)
  expect(second).toMatchObject({ minute: 540 })
  expect(second?.uid).not.toBe(old?.uid)
  const [later] = alarmSeriesOf(after, now('2027-04-01 06:00'))
  expect(later?.uid).toBe(second?.uid)
})

test('ends with what was handed out, each slot for itself, and after 90 days at the latest', () => {
  const facts = mergeFacts(taking({ kind: 'daily' }, 'morning', 'evening'), {
    packs: [pack(heart)],
  })
  const at = now('2027-03-01 10:00')
  const lastOf = (known: Facts) =>
    alarmSeriesOf(known, at).map(({ slotId, alarms }) => [slotId, alarms.at(-1)?.instant])
  expect(lastOf(facts)).toEqual([
    ['evening', seoul('2027-03-30 18:30')],
    ['morning', seoul('2027-03-31 08:00')],
  ])
  const declined = answer(keyOf(heart, '2027-03-01', 'evening'), 'declined', '2027-03-01 19:00')
  const tomorrow = now('2027-03-02 06:00')
  const saved = alarmSeriesOf(mergeFacts(facts, { answers: [declined] }), tomorrow)
  expect(saved.find(({ slotId }) => slotId === 'evening')?.alarms.at(-1)?.instant).toBe(
    seoul('2027-03-31 18:30'),
  )
  // All is gone: 「더 받으셨나요?」 is asked in the app, and nothing rings.
  expect(calendarFile(facts, now('2027-05-01 06:00'))).toBeNull()
  const years = taking({ kind: 'daily' }, 'morning')
  expect(readWithIcalJs(fileOf(years))).toHaveLength(90)
})

test('what has rung already is left out, and nothing at all is no file', () => {
  const facts = taking({ kind: 'daily' }, 'morning')
  expect(readWithIcalJs(fileOf(facts, now('2027-03-01 08:00')))[0]).toBe(seoul('2027-03-02 08:00'))
  expect(calendarFile(having({}), early)).toBeNull()
  const inHospital = mergeFacts(facts, { pauses: [pause('2027-02-28 10:00', null)] })
  expect(calendarFile(inHospital, early)).toBeNull()
})

test('no medicine is named, whoever looks at the calendar', () => {
  const facts = taking({ kind: 'daily' }, 'morning', 'noon', 'evening', 'bedtime')
  const file = fileOf(facts).replaceAll('\r\n ', '')
  expect(file).not.toContain('혈압')
  expect(file).not.toContain(heart.id)
  expect(file).not.toContain(facts.ownerId)
  expect(linesOf(file, 'SUMMARY')).toEqual([
    'SUMMARY:아침 약 시간이에요',
    'SUMMARY:점심 약 시간이에요',
    'SUMMARY:저녁 약 시간이에요',
    'SUMMARY:자기 전 약 시간이에요',
  ])
})

test('clocks that change: a time they skip or show twice has an entry of its own', () => {
  const facts = mergeFacts(taking({ kind: 'daily' }, 'bedtime'), {
    slotHours: [hour('bedtime', '02:30')],
    zones: [zone('Europe/Berlin', on('2027-01-01'), 0)],
  })
  const around = (from: string) => {
    const file = fileOf(facts, now(from, facts, 'Europe/Berlin'))
    expect(linesOf(file, 'DTSTART:2027')).toHaveLength(2)
    for (const read of [readWithIcalJs, readWithNodeIcal]) expect(read(file)).toHaveLength(90)
    return readWithIcalJs(file)
  }
  // Case 13, with the changes of the clocks themselves written in the zone.
  expect(around('2027-03-20 12:00')).toContain(Date.parse('2027-03-28T01:30:00Z'))
  expect(around('2027-10-20 12:00')).toContain(Date.parse('2027-10-31T00:30:00Z'))
})

test('a zone brings along what its clocks do', () => {
  expect(zoneLines('Europe/Berlin', on('2027-03-20'), on('2027-04-20')).join('\n')).toBe(
    `BEGIN:VTIMEZONE
TZID:Europe/Berlin
BEGIN:STANDARD
DTSTART:19700101T000000
TZOFFSETFROM:+0100
TZOFFSETTO:+0100
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:20270328T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
END:VTIMEZONE`,
  )
  expect(zoneLines('America/St_Johns', on('2027-01-10'), on('2027-01-20'))).toContain(
    'TZOFFSETTO:-0330',
  )
})

test('a journey: from its day on the entries are those of the other zone', () => {
  const home = taking({ kind: 'daily' }, 'morning')
  const away = mergeFacts(home, {
    zones: [zone('Europe/Berlin', on('2027-03-05'), seoul('2027-03-01 06:00'))],
  })
  expect(linesOf(fileOf(away), 'TZID')).toEqual(['TZID:Asia/Seoul', 'TZID:Europe/Berlin'])
  const [here, there] = alarmSeriesOf(away, early)
  expect(here?.alarms).toHaveLength(4)
  expect(there?.uid).not.toBe(here?.uid)
  expect(readWithNodeIcal(fileOf(away))[4]).toBe(instant('2027-03-05 08:00', 'Europe/Berlin'))
})

test('long lines are folded between letters, and signs with a meaning are escaped', () => {
  const line = `SUMMARY:${'가'.repeat(30)}`
  const folded = contentLines([line])
  expect(folded).toBe(`SUMMARY:${'가'.repeat(22)}\r\n ${'가'.repeat(8)}\r\n`)
  expect(folded.replaceAll('\r\n ', '')).toBe(`${line}\r\n`)
  expect(textValue('a,b;c\\d\ne')).toBe('a\\,b\\;c\\\\d\\ne')
})
