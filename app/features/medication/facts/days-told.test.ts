import { describe, expect, test } from 'vitest'
import { doseKey } from '../schedule/keys'
import { course, on, version, wall } from '../schedule/test-facts'
import { mayMeanAnotherDay } from './days-told'
import type { NewFacts } from './fact-schema'

/** The clock was a day behind. */
const [shown, right] = [on('2027-03-09'), on('2027-03-10')]
const pouch = course({ trackedFrom: wall('2027-03-09 10:00') })
const needed = course({ kind: 'as_needed', trackedFrom: wall('2027-03-09 10:00') })
const answerOf = (date: string, takenWall: number | null = null): NewFacts => ({
  answers: [
    {
      id: 'answer',
      doseKey: doseKey(pouch.id, on(date), 'morning'),
      kind: takenWall === null ? 'declined' : 'taken',
      takenWall,
      offsetMin: 540,
      replaces: [],
      guardPassed: false,
    },
  ],
})
const versionFrom = (date: string, of = pouch): NewFacts => ({
  courseVersions: [
    {
      ...version(of, { fromOn: on(date) }),
      slots: of === needed ? [] : [{ slotId: 'morning', amount: 1000 }],
    },
  ],
})
const packFrom = (date: string): NewFacts => ({
  packs: [
    {
      id: 'pack',
      courseId: pouch.id,
      firstOn: on(date),
      firstSlot: 'morning',
      days: 30,
      amount: null,
    },
  ],
})

describe('said by the clock, and asked about', () => {
  test.each<[what: string, facts: NewFacts]>([
    ['an answer of today', answerOf('2027-03-09')],
    ['of yesterday', answerOf('2027-03-08')],
    ['of tomorrow, when the clock was ahead', answerOf('2027-03-11')],
    ['of long ago, but swallowed now', answerOf('2027-02-20', wall('2027-03-09 10:00'))],
    ['a medicine that begins today', { courses: [pouch] }],
    ['an edit from tomorrow on', versionFrom('2027-03-10')],
    ['a pack from today on', packFrom('2027-03-09')],
    [
      'what is left today',
      {
        stockCounts: [
          {
            id: 'count',
            courseId: pouch.id,
            slotId: null,
            countedWall: wall('2027-03-09 10:00'),
            left: 1,
          },
        ],
      },
    ],
    [
      'a rest from now on',
      {
        pauses: [
          {
            id: 'pause',
            courseId: null,
            fromWall: wall('2027-03-09 10:00'),
            toWall: null,
            reason: 'hospital',
          },
        ],
      },
    ],
    [
      'the end of a rest',
      { pauseEnds: [{ id: 'end', pauseId: 'pause', toWall: wall('2027-03-09 10:00') }] },
    ],
  ])('%s', (_, facts) => {
    expect(mayMeanAnotherDay(facts, shown, right)).toBe(true)
    expect(mayMeanAnotherDay(facts, right, shown)).toBe(true)
  })
})

describe('said by its date, and taken as it is', () => {
  test.each<[what: string, facts: NewFacts]>([
    ['a correction in the history', answerOf('2027-02-20', wall('2027-02-20 08:05'))],
    ['a name put right, for all dates', versionFrom('2027-01-01')],
    ['an edit from a far date on', versionFrom('2027-04-01')],
    ['the next pack, begun when the present one is used up', packFrom('2027-03-28')],
    [
      'a medicine for when it is needed',
      { courses: [needed], ...versionFrom('2027-03-09', needed) },
    ],
  ])('%s', (_, facts) => {
    expect(mayMeanAnotherDay(facts, shown, right)).toBe(false)
  })

  test('but not while the clock was off by more than that', () => {
    expect(mayMeanAnotherDay(answerOf('2027-02-20'), on('2027-01-01'), right)).toBe(true)
  })
})
