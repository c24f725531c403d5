import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { careDateOf, msPerMinute } from '~/features/medication/schedule/care-date'
import { groupKey } from '~/features/medication/schedule/keys'
import {
  answer,
  course,
  fact,
  having,
  instant,
  keyOf,
  slotsOf,
  version,
  wall,
} from '~/features/medication/schedule/test-facts'
import { planReminders, ttlMs } from './plan-reminders'
import type { EarlierSend, Reminded, ReminderPhone } from './reminded'
import { usualSettings } from '../settings/usual-settings'

const pills = course()
const facts = having({
  courses: [pills],
  courseVersions: [version(pills, { slots: slotsOf('morning', 'evening') })],
})
const phone = (id: string, over: Partial<ReminderPhone> = {}): ReminderPhone => ({
  id,
  endpoint: 'https://fcm.googleapis.com/wp/a',
  p256dh: '',
  auth: '',
  subscribedAt: 0,
  quietUntil: null,
  ready: true,
  ...over,
})
const somebody = (over: Partial<Reminded> = {}): Reminded => ({
  personId: 'senior',
  settings: usualSettings,
  consent: true,
  testAt: null,
  phones: [phone('one')],
  sends: [],
  cardDays: [],
  familyAlerts: [],
  facts,
  ladder: null,
  calls: [],
  ...over,
})
const at = (time: string) => instant(`2027-03-02 ${time}`)

describe('planning reminders', () => {
  it('waits for the next dose, and for the next repeat once it is due', () => {
    const before = planReminders(somebody(), at('07:00'))
    expect(before).toMatchObject({ pushes: [], nextAt: at('08:00') })
    const due = planReminders(somebody(), at('08:00'))
    expect(due.pushes.map(({ step, expiresAt }) => [step, expiresAt])).toEqual([[0, at('08:45')]])
    expect(due.nextAt).toBe(at('08:10'))
    expect(planReminders(somebody(), at('08:21')).nextAt).toBe(at('18:30'))
  })

  it('looks at nobody again who has no phone', () => {
    expect(planReminders(somebody({ phones: [] }), at('08:00'))).toMatchObject({
      pushes: [],
      nextAt: null,
    })
  })

  it('pushes nothing to a phone of which it is not sure whose it is, and goes on afterwards', () => {
    const plan = planReminders(somebody({ phones: [phone('one', { ready: false })] }), at('08:00'))
    expect(plan).toMatchObject({ pushes: [], tooLate: [], nextAt: at('08:10') })
  })

  it('asks a phone that came later from the next step on', () => {
    const phones = [phone('one'), phone('two', { subscribedAt: at('08:01') })]
    const plan = (time: string) =>
      planReminders(somebody({ phones }), at(time)).pushes.map((push) => push.phone.id)
    expect(plan('08:05')).toEqual(['one'])
    expect(plan('08:10')).toEqual(['one', 'two'])
  })

  it('goes on with what was under way when a process died, and with nothing that is over', () => {
    const sent = (state: EarlierSend['state']) =>
      planReminders(
        somebody({
          sends: [{ about: '20879|dose|morning', step: 0, phone: 'one', state, againAt: null }],
        }),
        at('08:02'),
      ).pushes.length
    expect(sent('sending')).toBe(1)
    expect(sent('again')).toBe(1)
    for (const state of ['sent', 'failed', 'capped'] as const) expect(sent(state), state).toBe(0)
  })

  it('leaves a phone alone as long as its push service asked, and no day longer', () => {
    const plan = (quietUntil: number) =>
      planReminders(somebody({ phones: [phone('one', { quietUntil })] }), at('08:00'))
    expect(plan(at('08:05'))).toMatchObject({ pushes: [], nextAt: at('08:05') })
    expect(plan(at('08:05') + 24 * 60 * msPerMinute).pushes).toHaveLength(1)
  })

  it('puts a test first, then doses, and the card last', () => {
    const plan = planReminders(
      somebody({ testAt: at('08:00'), settings: { ...usualSettings, cardAt: '08:00' } }),
      at('08:00'),
    )
    expect(plan.pushes.map(({ occasion }) => occasion.about.kind)).toEqual(['test', 'dose', 'card'])
  })

  it('rings once for what a senior’s phone told, for twelve hours, before every dose', () => {
    const familyAlerts = [{ id: 'one', toldAt: at('07:59') }]
    const plan = planReminders(somebody({ familyAlerts }), at('08:00'))
    expect(plan.pushes.map(({ occasion }) => occasion.about.kind)).toEqual(['family', 'dose'])
    expect(plan.pushes[0]?.expiresAt).toBe(at('19:59'))
    const key = plan.pushes[0]?.occasion.key ?? ''
    const sent = { about: key, step: 0, phone: 'one', state: 'sent' as const, againAt: null }
    const nobody = somebody({ familyAlerts, consent: false })
    expect(planReminders({ ...nobody, sends: [sent] }, at('08:10')).pushes).toEqual([])
    expect(planReminders(nobody, at('19:58')).pushes).toHaveLength(1)
    expect(planReminders(nobody, at('20:00')).pushes).toEqual([])
  })

  it('leaves the card alone on a day on which one was done', () => {
    const settings = { ...usualSettings, doses: false, cardAt: '08:00' }
    const plan = planReminders(somebody({ settings, cardDays: ['2027-03-02'] }), at('08:00'))
    expect(plan).toMatchObject({ pushes: [], nextAt: instant('2027-03-03 08:00') })
  })

  describe('of several medicines, what was put off apart', () => {
    const others = [course({ label: '당뇨약' }), course({ label: '위장약' })]
    const all = [pills, ...others]
    const day = careDateOf(wall('2027-03-02 08:00'))
    const later = (of: string | undefined, until: string) => ({
      ...fact(),
      groupKey: groupKey(day, 'morning'),
      untilWall: wall(`2027-03-02 ${until}`),
      ...(of === undefined ? {} : { courseId: of }),
    })
    const taken = (...of: typeof all) =>
      of.map((one) => answer(keyOf(one, '2027-03-02', 'morning'), 'taken', '2027-03-02 08:05'))
    const settings = { ...usualSettings, namesMedicines: true }
    const [last] = others.slice(-1)
    const lastId = last?.id ?? ''
    const withMany = (more: Parameters<typeof having>[0]) =>
      having(
        {
          courses: all,
          courseVersions: all.map((one) => version(one, { slots: slotsOf('morning') })),
        },
        more,
      )
    const planned = (more: Parameters<typeof having>[0], time: string, steps: number[] = []) =>
      planReminders(
        somebody({ facts: withMany(more), settings, sends: steps.map((step) => sent(step)) }),
        at(time),
      )
    const sent = (step: number): EarlierSend => ({
      about: `${day}|dose|morning`,
      step,
      phone: 'one',
      state: 'sent',
      againAt: null,
    })
    const pushed = (...asked: Parameters<typeof planned>) =>
      planned(...asked).pushes.map(({ step, occasion }) => `${step} ${occasion.body}`)

    it('leaves the others reminded of, and joins them when its time has come', () => {
      const snoozes = [later(lastId, '08:35')]
      expect(pushed({ snoozes }, '08:10', [0])).toEqual(['1 혈압약, 당뇨약'])
      expect(pushed({ snoozes }, '08:35', [0, 1, 2])).toEqual(['10 혈압약, 당뇨약, 위장약'])
    })

    it('is all that is reminded of once the others were taken', () => {
      const more = { snoozes: [later(lastId, '08:35')], answers: taken(...all.slice(0, 2)) }
      expect(planned(more, '08:10', [0])).toMatchObject({ pushes: [], nextAt: at('08:35') })
      expect(pushed(more, '08:35', [0])).toEqual(['10 위장약'])
      expect(pushed({ ...more, answers: taken(...all) }, '08:35', [0])).toEqual([])
    })

    it('is put off once more, and for all of them at once', () => {
      const again = { snoozes: [later(lastId, '08:35'), later(lastId, '09:05')] }
      expect(pushed({ ...again, answers: taken(...all.slice(0, 2)) }, '09:05', [0, 10])).toEqual([
        '20 위장약',
      ])
      const whole = { snoozes: [later(lastId, '08:35'), later(undefined, '08:40')] }
      expect(pushed(whole, '08:35', [0])).toEqual([])
      expect(pushed(whole, '08:40', [0])).toEqual(['20 혈압약, 당뇨약, 위장약'])
    })
  })

  it('at any moment: one push an occasion and phone, none too late, and the next look in the future', () => {
    const minute = fc.integer({ min: 0, max: 2 * 1_440 })
    const state = fc.constantFrom('sending', 'sent', 'again', 'failed', 'capped')
    const sends = fc.array(
      fc.record({
        about: fc.constantFrom('20879|dose|morning', '20879|dose|evening', '20879|card'),
        step: fc.integer({ min: 0, max: 3 }),
        phone: fc.constantFrom('one', 'two'),
        state,
        againAt: fc.option(minute.map((after) => at('00:00') + after * msPerMinute)),
      }),
    )
    const settings = fc.record({
      doses: fc.boolean(),
      repeats: fc.constantFrom(0 as const, 1 as const, 2 as const, 3 as const),
      everyMinutes: fc.constantFrom(5 as const, 10 as const, 15 as const, 30 as const),
      namesMedicines: fc.boolean(),
      cardAt: fc.option(fc.constantFrom('08:00', '23:59', '00:00')),
    })
    fc.assert(
      fc.property(minute, sends, settings, (after, earlier, chosen) => {
        const now = at('00:00') + after * msPerMinute
        const phones = [phone('one'), phone('two')]
        const plan = planReminders(somebody({ sends: earlier, settings: chosen, phones }), now)
        const each = plan.pushes.map(({ occasion, phone: { id } }) => `${occasion.key} ${id}`)
        expect(new Set(each).size).toBe(each.length)
        for (const push of plan.pushes) {
          expect(push.dueAt).toBeLessThanOrEqual(now)
          expect(push.expiresAt).toBeGreaterThan(now)
          expect(push.expiresAt - push.dueAt).toBeLessThanOrEqual(ttlMs)
        }
        if (plan.nextAt !== null) expect(plan.nextAt).toBeGreaterThan(now)
        else expect(chosen.doses || chosen.cardAt !== null).toBe(false)
      }),
      { numRuns: 500 },
    )
  })
})
