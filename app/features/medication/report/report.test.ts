import { describe, expect, test } from 'vitest'
import { mergeFacts } from '../schedule/merge-facts'
import {
  answer,
  count,
  course,
  having,
  intake,
  keyOf,
  now,
  on,
  pack,
  pause,
  slotsOf,
  version,
  wall,
} from '../schedule/test-facts'
import { stockInWords } from '../stock/stock-words'
import { suppliesOf, suppliesToTell } from '../stock/supplies'
import { buildReport, reportLength } from './report'
import { cell, reportCsv } from './report-csv'
import { supplyInWords } from './report-medicines'

const pouch = course({ label: '당뇨약', trackedFrom: wall('2027-03-01 00:00') })
const pill = course({
  kind: 'single',
  label: '=혈압약, "가"',
  trackedFrom: wall('2027-03-01 00:00'),
})
const asNeeded = course({ kind: 'as_needed', label: '두통약' })
const ended = course({ label: '감기약', trackedFrom: wall('2027-03-01 00:00') })
const taken = answer(keyOf(pouch, '2027-03-03', 'morning'), 'taken', '2027-03-03 08:05')
const facts = having({
  courses: [pouch, pill, asNeeded, ended],
  courseVersions: [
    version(pouch, { slots: slotsOf('morning', 'evening') }),
    version(pill, { slots: slotsOf('morning'), unit: '알' }),
    version(asNeeded, { slots: [], unit: '알' }),
    version(ended, { slots: slotsOf('noon'), lastOn: on('2027-03-02') }),
  ],
  answers: [
    answer(keyOf(pouch, '2027-03-01', 'morning'), 'declined', '2027-03-01 08:05'),
    taken,
    answer(keyOf(pill, '2027-03-03', 'morning'), 'unknown', '2027-03-03 08:05'),
    answer(keyOf(ended, '2027-03-02', 'noon'), 'taken', '2027-03-02 13:00'),
  ],
  intakes: [intake(asNeeded, '2027-03-03 02:00'), intake(asNeeded, '2026-11-03 02:00')],
  pauses: [pause('2027-03-02 05:00', '2027-03-02 12:00')],
})
const at = now('2027-03-04 12:00')

describe('the report', () => {
  const report = buildReport(facts, at, 30)

  test('counts each medicine over what was due until now; what is to come counts nothing', () => {
    expect(report.counts.find(({ courseId }) => courseId === pouch.id)).toEqual({
      courseId: pouch.id,
      label: '당뇨약',
      // Three mornings and a fourth one that is asked about, three evenings.
      total: 7,
      states: [
        ['taken', 1],
        ['declined', 1],
        ['question', 2],
        ['no_record', 2],
        ['paused', 1],
      ],
    })
    for (const { total, states } of report.counts)
      expect(states.reduce((sum, [, times]) => sum + times, 0)).toBe(total)
  })

  test('has a column for each time of day, and names the medicine where one time has two answers', () => {
    expect(report.columns).toEqual(['아침', '점심', '저녁'])
    const of = (date: string) => report.days.find(({ day }) => day === on(date))?.cells
    const all = (words: string) => [{ label: null, words }]
    expect(of('2027-03-03')).toEqual([
      [
        { label: '당뇨약', words: '드심' },
        { label: '=혈압약, "가"', words: '모름' },
      ],
      [],
      all('답 없음'),
    ])
    expect(of('2027-03-02')).toEqual(['쉼', '드심', '기록 없음'].map(all))
    expect(report.days.map(({ day }) => day)).toEqual(
      ['2027-03-04', '2027-03-03', '2027-03-02', '2027-03-01'].map(on),
    )
  })

  test('lists what is taken now, and what was taken when it was needed within the days', () => {
    expect(report.medicines.map((one) => one.course.id)).not.toContain(ended.id)
    expect(report.medicines).toHaveLength(3)
    expect(report.asNeeded).toMatchObject([
      { label: '두통약', intakes: [{ courseId: asNeeded.id }] },
    ])
  })

  test('reaches 30 days back unless 90 are asked for', () => {
    expect([reportLength('90'), reportLength('30'), reportLength('7'), reportLength(null)]).toEqual(
      [90, 30, 30, 30],
    )
    expect(report.to - report.from).toBe(29)
  })
})

describe('the file of the report', () => {
  const text = reportCsv(facts, at, 30)
  const lines = text.split('\r\n')

  test('begins with its mark and Korean heads, and ends every line as RFC 4180 says', () => {
    expect(text.startsWith('\uFEFF날짜,요일,때,정한 시간,약,양,답,드신 시간,고친 횟수\r\n')).toBe(
      true,
    )
    expect(text.endsWith('\r\n')).toBe(true)
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  })

  test('has a line for each dose and intake in the order of time', () => {
    expect(lines).toContain('2027-03-03,수,아침,08:00,당뇨약,1포,드셨어요,2027-03-03 08:05,0')
    expect(lines).toContain('2027-03-03,수,필요할 때,,두통약,1알,드셨어요,2027-03-03 02:00,0')
    const dates = lines.slice(1, -1).map((line) => line.slice(0, 10))
    expect(dates).toEqual([...dates].sort())
  })

  test('says how often an answer was corrected', () => {
    const declined = { replaces: [taken.id] }
    const corrected = mergeFacts(facts, {
      answers: [answer(taken.doseKey, 'declined', '2027-03-04 09:00', declined)],
    })
    expect(reportCsv(corrected, at, 30)).toContain(
      '2027-03-03,수,아침,08:00,당뇨약,1포,안 드신다고 하셨어요,,1\r\n',
    )
  })

  test('nothing in it runs as a formula, and quotes, commas and lines stay in their cell', () => {
    expect(text).toContain(`,"'=혈압약, ""가""",`)
    for (const formula of ['=1+1', '+1', '-1', '@sum', '\t=1', ' =1'])
      expect(cell(formula).replace(/^"/, '')).toBe(`'${formula}`)
    expect(cell('둘\n줄')).toBe('"둘\n줄"')
    expect(cell('당뇨약 - 아침')).toBe('당뇨약 - 아침')
  })
})

describe('supplies', () => {
  const withPack = mergeFacts(facts, {
    packs: [pack(pouch, { firstOn: on('2027-03-04'), firstSlot: 'morning', days: 10 })],
  })

  test('say until when there is something for, and are told of five days before at ten', () => {
    const [supply] = suppliesOf(withPack, at)
    expect(supply).toMatchObject({ label: '당뇨약', runsOutOn: on('2027-03-13'), isOut: false })
    // Five days before is a Monday.
    const told = (time: string) =>
      suppliesToTell(suppliesOf(withPack, now(time)), now(time)).map(({ label }) => label)
    expect(told('2027-03-08 09:59')).toEqual([])
    expect(told('2027-03-08 10:00')).toEqual(['당뇨약'])
  })

  test('of what is not taken every day say the date, and no number of days that the doctor would read as doses', () => {
    const monthly = having({
      courses: [pill],
      courseVersions: [
        version(pill, {
          rule: { kind: 'cycle', anchor: on('2027-03-04'), on: 21, off: 7 },
          slots: [{ slotId: 'evening', amount: 1000 }],
        }),
      ],
      packs: [pack(pill, { firstOn: on('2027-03-05'), days: 21 })],
    })
    const [supply] = suppliesOf(monthly, at)
    expect(supply).toMatchObject({ runsOutOn: on('2027-04-01'), daysLeft: null })
    expect(supply && supplyInWords(supply, at)).toBe('4월 1일 (목)까지 있어요.')
    expect(stockInWords(monthly, pill.id, at)).toMatchObject({ detail: null })
  })

  test('leave out what has ended and what nobody counted', () => {
    const counted = mergeFacts(withPack, {
      packs: [pack(ended)],
      stockCounts: [count(pill, '2027-03-04 09:00', 0, null)],
    })
    const known = suppliesOf(counted, at)
    expect(known.map(({ label }) => label)).toEqual(['=혈압약, "가"', '당뇨약'])
    expect(known[0]).toMatchObject({ daysLeft: 0, runsOutOn: on('2027-03-04') })
    expect(suppliesOf(facts, at)).toEqual([])
  })
})
