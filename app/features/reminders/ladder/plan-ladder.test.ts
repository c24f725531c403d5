import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isoDate, msPerMinute } from '~/features/medication/schedule/care-date'
import type { Facts } from '~/features/medication/schedule/facts'
import {
  answer,
  course,
  having,
  instant,
  keyOf,
  on,
  slotsOf,
  version,
} from '~/features/medication/schedule/test-facts'
import { mergeFacts } from '~/features/medication/schedule/merge-facts'
import { planReminders } from '../planning/plan-reminders'
import type { Reminded, ReminderPhone } from '../planning/reminded'
import { usualSettings } from '../settings/usual-settings'
import { isQuiet, type Ladder, type Rung } from './ladder'

const pills = course()
const vitamins = course()
const facts = having({
  courses: [pills, vitamins],
  courseVersions: [
    version(pills, { slots: slotsOf('morning', 'bedtime') }),
    version(vitamins, { slots: slotsOf('noon') }),
  ],
})
const morning = `${on('2027-03-02')}|morning`
const at = (time: string) => instant(`2027-03-02 ${time}`)
const phone: ReminderPhone = {
  ...{ id: 'one', endpoint: 'https://fcm.googleapis.com/wp/a', p256dh: '', auth: '' },
  ...{ subscribedAt: 0, quietUntil: null, ready: true },
}
const rung = (linkId: string, over: Partial<Rung> = {}): Rung => ({
  ...{ linkId, relation: '딸', reached: true },
  ...over,
})
const chosen = (over: Partial<Ladder> = {}): Ladder => ({
  ...{ afterMinutes: 60, quietFrom: 22 * 60, quietTo: 7 * 60, chosenAt: 0 },
  courseIds: [pills.id],
  rungs: [rung('first'), rung('second')],
  ...{ warned: [], steps: [], ended: [] },
  ...over,
})
/** The reminders of each dose of the day that went. */
const askedOf = (...steps: number[]): Reminded['sends'] =>
  ['morning', 'noon', 'bedtime'].flatMap((slot) =>
    steps.map((step) => ({
      ...{ about: `${on('2027-03-02')}|dose|${slot}`, step, phone: 'one' },
      ...{ state: 'sent' as const, againAt: null },
    })),
  )
const senior = (ladder: Partial<Ladder> | null, over: Partial<Reminded> = {}): Reminded => ({
  ...{ personId: 'senior', settings: usualSettings, consent: true, testAt: null },
  ...{ phones: [phone], sends: askedOf(0, 1, 2), cardDays: [], calls: [], familyAlerts: [], facts },
  ladder: ladder && chosen(ladder),
  ...over,
})
const warnedAt = (time: string) => ({
  warned: [{ about: morning.replace('|', '|warn|'), step: 0, sentAt: at(time) }],
})
const toldAt = (time: string, linkId = 'first', went: 'sent' | 'failed' | null = 'sent') => ({
  steps: [{ about: morning, linkId, openedAt: at(time), went }],
})
const warnings = (who: Reminded, time: string) =>
  planReminders(who, at(time)).pushes.filter(({ occasion }) => occasion.about.kind === 'warning')
const told = (who: Reminded, time: string) =>
  planReminders(who, at(time)).steps.map(({ about, linkId }) => `${linkId} of ${about}`)

describe('the ladder', () => {
  it('warns the senior after two repeats, and tells the first relative half an hour later', () => {
    expect(planReminders(senior({}), at('08:20')).nextAt).toBe(at('08:30'))
    expect(warnings(senior({}), '08:29')).toEqual([])
    expect(planReminders(senior({}), at('08:30')).nextAt).toBe(at('09:00'))
    const [warning] = warnings(senior({}), '08:30')
    expect(warning?.occasion).toMatchObject({
      title: '30분 뒤 따님께 알릴게요',
      body: '오전 8시 약에 아직 답이 없어요.',
      insteadOf: morning.replace('|', '|dose|'),
    })
    expect(warning?.expiresAt).toBe(at('09:00'))
    const warned = senior(warnedAt('08:30'))
    expect(planReminders(warned, at('08:59')).nextAt).toBe(at('09:00'))
    expect(told(warned, '08:59')).toEqual([])
    expect(told(warned, '09:00')).toEqual([`first of ${morning}`])
  })

  it('tells nobody whom the senior was not warned of, however long it is silent', () => {
    expect(told(senior({}), '09:00')).toEqual([])
    expect(told(senior(warnedAt('08:50')), '09:19')).toEqual([])
    expect(told(senior(warnedAt('08:50')), '09:20')).toEqual([`first of ${morning}`])
  })

  it('is silent itself where the reminders did not go: nobody was asked', () => {
    for (const sends of [[], askedOf(0), askedOf(1, 2)]) {
      const unasked = senior({}, { sends })
      for (const time of ['08:30', '08:45']) expect(warnings(unasked, time)).toEqual([])
      expect(told(senior(warnedAt('08:30'), { sends }), '09:00')).toEqual([])
    }
  })

  it('goes on to the next relative after half an hour, and to nobody after the last', () => {
    const one = senior({ ...warnedAt('08:30'), ...toldAt('09:00') })
    expect(told(one, '09:29')).toEqual([])
    expect(told(one, '09:30')).toEqual([`second of ${morning}`])
    const both = senior({
      ...warnedAt('08:30'),
      steps: [...toldAt('09:00').steps, ...toldAt('09:30', 'second').steps],
    })
    for (const time of ['09:31', '10:00', '11:00']) expect(told(both, time)).toEqual([])
  })

  it('skips at once whom no push can reach', () => {
    const rungs = [rung('first', { reached: false, relation: '아들' }), rung('second')]
    expect(warnings(senior({ rungs }), '08:30')[0]?.occasion.title).toBe('30분 뒤 따님께 알릴게요')
    expect(told(senior({ rungs, ...warnedAt('08:30') }), '09:00')).toEqual([`second of ${morning}`])
    const lost = senior({ ...warnedAt('08:30'), ...toldAt('09:00', 'first', 'failed') })
    expect(told(lost, '09:01')).toEqual([`second of ${morning}`])
    const gone = senior({ ...warnedAt('08:30'), rungs, ...toldAt('09:00', 'first', null) })
    expect(told(gone, '09:01')).toEqual([`second of ${morning}`])
    const nobody = senior({ rungs: [rung('first', { reached: false })] })
    expect(warnings(nobody, '08:30')).toEqual([])
  })

  it('waits for all repeats, and asks at least twice, whatever is chosen for the others', () => {
    const settings = { ...usualSettings, repeats: 3 as const, everyMinutes: 30 as const }
    expect(warnings(senior({}, { settings }), '09:39')).toEqual([])
    expect(warnings(senior({}, { settings }), '09:40')).toHaveLength(1)
    const once = senior({}, { settings: { ...usualSettings, repeats: 0 }, sends: askedOf(0, 1) })
    expect(planReminders(once, at('08:20')).pushes.map(({ step }) => step)).toEqual([2])
    expect(warnings({ ...once, sends: askedOf(0, 1, 2) }, '08:30')).toHaveLength(1)
  })

  it('is for the chosen medicines alone, and for doses after the choice', () => {
    expect(warnings(senior({}), '13:30')).toEqual([])
    expect(warnings(senior({ courseIds: [vitamins.id] }), '13:30')).toHaveLength(1)
    expect(warnings(senior({ chosenAt: at('08:31') }), '08:31')).toEqual([])
    expect(warnings(senior({ chosenAt: at('08:30') }), '08:31')).toHaveLength(1)
  })

  it('wakes nobody in the quiet hours, and does not make up for it in the morning', () => {
    const bedtime = at('22:00')
    const late = planReminders(senior({}), bedtime + 61 * msPerMinute)
    expect(late.pushes.map(({ occasion }) => occasion.about.kind)).not.toContain('warning')
    const open = senior({ quietFrom: 0, quietTo: 0, ...warnedAt('08:30') })
    expect(told(open, '09:00')).toHaveLength(1)
    const noon = senior({ quietFrom: 9 * 60, quietTo: 10 * 60, ...warnedAt('08:30') })
    for (const time of ['09:00', '09:30', '10:00', '11:00']) expect(told(noon, time)).toEqual([])
    const past = senior({ quietFrom: 9 * 60 + 15, quietTo: 600, ...toldAt('09:00') })
    for (const time of ['09:30', '10:00', '10:14']) expect(told(past, time)).not.toContain('first')
    expect(isQuiet({ quietFrom: 22 * 60, quietTo: 7 * 60 }, at('06:59'))).toBe(true)
    expect(isQuiet({ quietFrom: 22 * 60, quietTo: 7 * 60 }, at('07:00'))).toBe(false)
  })

  it.each<[string, Partial<Ladder> | null, Partial<Reminded>]>([
    ['an answer', {}, { facts: mergeFacts(facts, { answers: [taken('08:40')] }) }],
    ['a dose refused', {}, { facts: mergeFacts(facts, { answers: [taken('08:40', 'declined')] }) }],
    ['a pause', {}, { facts: mergeFacts(facts, { pauses: [pauseFrom('08:00')] }) }],
    ['a medicine taken back', {}, { facts: having({ courses: [vitamins] }) }],
    ['알리지 마세요, or 제가 챙길게요', { ended: [morning] }, {}],
    ['the end of the choice', null, {}],
    ['the end of the links, or of their consents', { rungs: [] }, {}],
    ['another choice of medicines', { courseIds: [vitamins.id] }, {}],
    ['the consent for health data withdrawn', {}, { consent: false }],
    ['reminders of doses switched off', {}, { settings: { ...usualSettings, doses: false } }],
    ['no phone left', {}, { phones: [] }],
  ])('is stopped by %s, before the first and before the next', (_what, ladder, over) => {
    const running = (more: Partial<Ladder>) => senior(ladder && { ...more, ...ladder }, over)
    expect(warnings(running({}), '08:45')).toEqual([])
    expect(told(running(warnedAt('08:30')), '09:00')).toEqual([])
    expect(told(running({ ...warnedAt('08:30'), ...toldAt('09:00') }), '09:30')).toEqual([])
  })

  it('asks anew after 나중에, and warns anew', () => {
    const later = mergeFacts(facts, {
      snoozes: [{ ...base(), groupKey: morning, untilWall: wallOf('09:00') }],
    })
    const snoozed = senior(warnedAt('08:30'), { facts: later, sends: askedOf(0, 10, 11, 12) })
    expect(told(snoozed, '09:05')).toEqual([])
    expect(warnings(snoozed, '09:30').map(({ step }) => step)).toEqual([10])
  })

  it('at any moment: nobody sooner than an hour after the time and half an hour after the warning', () => {
    const minute = fc.integer({ min: 0, max: 1_440 })
    const ladders = fc.record({
      afterMinutes: fc.constantFrom(60 as const, 90 as const, 120 as const),
      quietFrom: fc.integer({ min: 0, max: 1_439 }),
      quietTo: fc.integer({ min: 0, max: 1_439 }),
      warned: fc.option(minute),
      first: fc.option(minute),
      reached: fc.boolean(),
      repeats: fc.constantFrom(0 as const, 1 as const, 2 as const, 3 as const),
      everyMinutes: fc.constantFrom(5 as const, 10 as const, 15 as const, 30 as const),
    })
    fc.assert(
      fc.property(minute, ladders, (after, given) => {
        const { warned, first, reached, repeats, everyMinutes, ...hours } = given
        const moment = (minutes: number) => at('00:00') + minutes * msPerMinute
        const now = moment(after)
        const who = senior(
          {
            ...hours,
            rungs: [rung('first', { reached }), rung('second')],
            warned:
              warned === null
                ? []
                : [{ about: morning.replace('|', '|warn|'), step: 0, sentAt: moment(warned) }],
            steps:
              first === null
                ? []
                : [{ about: morning, linkId: 'first', openedAt: moment(first), went: 'sent' }],
          },
          { settings: { ...usualSettings, repeats, everyMinutes } },
        )
        const plan = planReminders(who, now)
        expect(new Set(plan.steps.map(({ about }) => about)).size).toBe(plan.steps.length)
        for (const { linkId, courseIds } of plan.steps) {
          expect(linkId).not.toBe(first === null ? undefined : 'first')
          expect(courseIds).toEqual([pills.id])
          expect(isQuiet(hours, now)).toBe(false)
          const since = first === null ? moment(warned ?? Infinity) : moment(first)
          expect(now - since).toBeGreaterThanOrEqual(30 * msPerMinute)
        }
        for (const { occasion } of plan.pushes) {
          if (occasion.about.kind !== 'warning') continue
          const [warnAt = 0] = occasion.times
          const [day, , slot] = occasion.key.split('|')
          const due = instant(`${isoDate(Number(day))} ${slot === 'morning' ? '08:00' : '22:00'}`)
          expect(warnAt - due).toBeGreaterThanOrEqual((hours.afterMinutes - 30) * msPerMinute)
          const lastRepeat = Math.max(2, repeats) * everyMinutes * msPerMinute
          expect(warnAt - due).toBeGreaterThan(lastRepeat)
        }
        if (plan.nextAt !== null) expect(plan.nextAt).toBeGreaterThan(now)
      }),
      { numRuns: 500 },
    )
  })
})

function base() {
  return { id: 'fact', by: 'senior', deviceId: 'phone', at: 0, receivedAt: 0 }
}
function taken(time: string, kind: 'taken' | 'declined' = 'taken'): Facts['answers'][number] {
  return answer(keyOf(pills, '2027-03-02', 'morning'), kind, `2027-03-02 ${time}`)
}
function pauseFrom(time: string): Facts['pauses'][number] {
  return { ...base(), courseId: null, fromWall: wallOf(time), toWall: null, reason: 'hospital' }
}
function wallOf(time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return on('2027-03-02') * 1_440 + hour * 60 + minute
}
