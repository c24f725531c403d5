import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readReminders } from '~/features/reminders/read-reminders.server'
import { describeOnEachDatabase } from '../support/databases'
import {
  answer,
  choose,
  day,
  openReminderScene,
  record,
  seoul,
  type ReminderScene,
} from './reminder-scene'
import { giveConsent, taken } from './medication-acts'

describeOnEachDatabase('reminders', (open) => {
  let scene: ReminderScene
  const at = (time: string, date?: string) => scene.world.standAt(seoul(time, date))
  const remindAt = async (time: string, date?: string) => {
    at(time, date)
    return scene.remind()
  }
  beforeAll(async () => {
    scene = await openReminderScene(await open())
  })
  afterAll(() => scene.close())

  test('a dose is pushed when it is due, again until it is answered, under one topic and tag', async () => {
    at('07:00')
    const { phone, browser, courseId, personId } = await scene.somebody()
    await remindAt('07:59')
    expect(scene.titles(phone)).toEqual([])
    await remindAt('08:00')
    await scene.remind()
    await remindAt('08:09')
    expect(scene.titles(phone)).toEqual(['아침 약 시간이에요'])
    await remindAt('08:10')
    const [first, second] = scene.service.to(phone)
    expect(first).toMatchObject({ ttl: 45 * 60, urgency: 'high' })
    expect(first?.topic).toMatch(/^[\w-]{22}$/)
    expect(first?.message).toMatchObject({
      web_push: 8030,
      notification: {
        body: '곁에에서 확인하세요.',
        tag: first?.topic,
        navigate: 'https://gyeote.example/medication#dose-2026-11-25-morning',
        silent: false,
        requireInteraction: true,
        data: { kind: 'dose', personId, day: '2026-11-25', slot: 'morning' },
      },
    })
    expect(second?.topic).toBe(first?.topic)
    await answer(browser, courseId)
    await remindAt('08:20')
    await remindAt('08:45')
    expect(scene.titles(phone)).toHaveLength(2)
  })

  test('twice again at most, until it is too late to take it, and afresh the next day', async () => {
    at('07:00')
    const { phone } = await scene.somebody()
    for (const time of ['08:00', '08:10', '08:20', '08:30', '09:00', '11:00']) await remindAt(time)
    expect(scene.titles(phone)).toHaveLength(3)
    await remindAt('08:00', '2026-11-26')
    expect(scene.titles(phone)).toHaveLength(4)
    const topics = scene.service.to(phone).map(({ topic }) => topic)
    expect(new Set(topics).size).toBe(2)
  })

  describe('as the person chose', () => {
    test('no repeats, or three with a quarter of an hour between', async () => {
      at('07:00')
      const once = await scene.somebody({ repeats: 0 })
      const often = await scene.somebody({ repeats: 3, everyMinutes: 15 })
      for (const time of ['08:00', '08:10', '08:15', '08:20', '08:30', '08:45', '09:00'])
        await remindAt(time)
      expect(scene.titles(once.phone)).toHaveLength(1)
      expect(scene.titles(often.phone)).toHaveLength(4)
    })

    test('medicines are named only then', async () => {
      at('07:00')
      const { phone } = await scene.somebody({ namesMedicines: true })
      await remindAt('08:00')
      expect(scene.service.to(phone)[0]?.message.notification.body).toBe('아침 약')
    })

    test('none of doses, and none without the consent for health data', async () => {
      at('07:00')
      const none = await scene.somebody({ doses: false })
      const withdrawn = await scene.somebody()
      await giveConsent(withdrawn.browser, false)
      await remindAt('08:00')
      expect(scene.titles(none.phone)).toEqual([])
      expect(scene.titles(withdrawn.phone)).toEqual([])
      await giveConsent(withdrawn.browser)
      await remindAt('08:10')
      expect(scene.titles(withdrawn.phone)).toHaveLength(1)
    })

    test('the card has its own hour, quietly and once, and not in hospital', async () => {
      at('07:00')
      const { phone } = await scene.somebody({ doses: false, cardAt: '10:30' })
      const ill = await scene.somebody({ doses: false, cardAt: '10:30' })
      await record(ill.browser, {
        pauses: [
          { id: newId(), courseId: null, fromWall: day * 1440, toWall: null, reason: 'hospital' },
        ],
      })
      for (const time of ['08:00', '10:29', '10:30', '10:40', '12:00']) await remindAt(time)
      const [push, ...more] = scene.service.to(phone)
      expect(more).toEqual([])
      expect(push).toMatchObject({
        urgency: 'normal',
        message: {
          notification: {
            silent: true,
            requireInteraction: false,
            navigate: 'https://gyeote.example/',
            actions: [],
            data: { kind: 'card' },
          },
        },
      })
      expect(scene.titles(ill.phone)).toEqual([])
      await choose(ill.browser, { doses: false, cardAt: null })
    })
  })

  test('나중에 moves the next push, and its repeats with it', async () => {
    at('07:00')
    const { phone, browser } = await scene.somebody()
    await remindAt('08:00')
    at('08:01')
    const until = day * 1440 + 8 * 60 + 31
    await record(browser, {
      snoozes: [{ id: newId(), groupKey: `${day}|morning`, untilWall: until }],
    })
    for (const time of ['08:10', '08:20', '08:30']) await remindAt(time)
    expect(scene.titles(phone)).toHaveLength(1)
    for (const time of ['08:31', '08:40', '08:41', '08:51', '09:01']) await remindAt(time)
    expect(scene.titles(phone)).toHaveLength(4)
  })

  test('paused doses are silent, from the moment the pause is written down', async () => {
    at('07:00')
    const { phone, browser } = await scene.somebody()
    await remindAt('08:00')
    const pauseId = newId()
    const from = day * 1440 + 7 * 60
    await record(browser, {
      pauses: [{ id: pauseId, courseId: null, fromWall: from, toWall: null, reason: 'hospital' }],
    })
    await remindAt('08:10')
    await remindAt('08:00', '2026-11-26')
    expect(scene.titles(phone)).toHaveLength(1)
    at('09:00', '2026-11-26')
    await record(browser, {
      pauseEnds: [{ id: newId(), pauseId, toWall: (day + 1) * 1440 + 9 * 60 }],
    })
    await remindAt('08:00', '2026-11-27')
    expect(scene.titles(phone)).toHaveLength(2)
  })

  test('an answer that is taken back is asked for again', async () => {
    at('07:00')
    const { phone, browser, courseId } = await scene.somebody()
    const answered = taken(courseId, day)
    at('07:55')
    await record(browser, { answers: [answered] })
    await remindAt('08:00')
    await remindAt('08:05')
    expect(scene.titles(phone)).toEqual([])
    await record(browser, {
      answers: [
        { ...answered, id: newId(), kind: 'cleared', takenWall: null, replaces: [answered.id] },
      ],
    })
    await remindAt('08:06')
    expect(scene.titles(phone)).toHaveLength(1)
  })

  test('another hour moves what is not yet due', async () => {
    at('07:00')
    const { phone, browser } = await scene.somebody()
    await scene.remind()
    at('07:10')
    await record(browser, {
      slotHours: [{ id: newId(), slotId: 'morning', baseId: null, fromOn: day, minute: 9 * 60 }],
    })
    await remindAt('08:00')
    expect(scene.titles(phone)).toEqual([])
    await remindAt('09:00')
    expect(scene.titles(phone)).toHaveLength(1)
  })

  test('after an hour of standstill one reminder comes, and none of what is too old', async () => {
    at('07:00')
    const { phone } = await scene.somebody()
    await remindAt('08:25')
    expect(scene.titles(phone)).toHaveLength(1)
    expect(scene.service.to(phone)[0]?.ttl).toBeLessThanOrEqual(20 * 60)
  })

  test('what nobody was reminded of in time is listed, and never pushed', async () => {
    at('07:00')
    const { phone, personId, browser } = await scene.somebody()
    const isLate = async () => (await readReminders(await browser.context())).isLate
    await scene.remind()
    expect(await isLate()).toBe(false)
    for (const time of ['08:50', '08:55', '09:30']) await remindAt(time)
    expect(scene.titles(phone)).toEqual([])
    const late = await scene.world.owner.query(
      `select about, step, state, device_id from gyeote.reminder_sends where person_id = $1`,
      [personId],
    )
    expect(late).toEqual([
      { about: `${day}|dose|morning`, step: 2, state: 'too_late', device_id: null },
    ])
    expect(await isLate(), 'and the page says so').toBe(true)
    at('07:00', '2026-11-26')
    expect(await isLate()).toBe(false)
  })

  test('an answer that is taken back late in the day makes no reminder late that had come', async () => {
    at('07:00')
    const { browser, courseId } = await scene.somebody()
    await remindAt('08:00')
    const answered = taken(courseId, day)
    await record(browser, { answers: [answered] })
    at('11:00')
    const cleared = { ...answered, id: newId(), kind: 'cleared', takenWall: null } as const
    await record(browser, { answers: [{ ...cleared, replaces: [answered.id] }] })
    await scene.remind()
    expect((await readReminders(await browser.context())).isLate).toBe(false)
  })

  test('on a journey doses are due by the clock that rules there', async () => {
    at('07:00')
    const { phone, browser } = await scene.somebody()
    await scene.remind()
    at('20:00')
    await record(browser, {
      zones: [{ id: newId(), baseId: null, fromOn: day + 1, name: 'America/Los_Angeles' }],
    })
    await remindAt('08:00', '2026-11-26')
    expect(scene.titles(phone)).toEqual([])
    scene.world.standAt(new Date('2026-11-26T16:00:00Z'))
    await scene.remind()
    expect(scene.titles(phone)).toHaveLength(1)
  })

  test('a clock set back or far ahead repeats nothing and loses nothing', async () => {
    at('07:00')
    const { phone } = await scene.somebody()
    await remindAt('08:00')
    await remindAt('07:30')
    await remindAt('08:00')
    expect(scene.titles(phone)).toHaveLength(1)
    await remindAt('12:00', '2026-11-30')
    await remindAt('08:00', '2026-12-01')
    expect(scene.titles(phone)).toHaveLength(2)
  })

  test('a clock that was days ahead and is set right loses none of the days between', async () => {
    at('07:00')
    const { phone } = await scene.somebody()
    await remindAt('08:00')
    await remindAt('12:00', '2026-11-30')
    await remindAt('07:59', '2026-11-26')
    expect(scene.titles(phone)).toHaveLength(1)
    await remindAt('08:00', '2026-11-26')
    expect(scene.titles(phone)).toHaveLength(2)
    // And not looked at again and again.
    expect(await scene.remind()).toBe(0)
  })
})
