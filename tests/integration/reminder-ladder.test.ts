import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { applyNow } from '~/commands/apply-now.server'
import { changeLink, endLink } from '~/features/family/change-link.server'
import { chooseLadder } from '~/features/family/ladder/choose-ladder.server'
import { loadLadder } from '~/features/family/ladder/load-ladder.server'
import { action } from '~/features/family/routes/ladder'
import { trimReminders } from '~/features/reminders/sending/trim-reminders.server'
import { describeOnEachDatabase } from '../support/databases'
import type { TestPhone } from '../support/push-server'
import { asking, openLadderScene, type Household, type LadderScene } from './ladder-scene'
import { giveConsent } from './medication-acts'
import { answer, day, record } from './reminder-scene'

describeOnEachDatabase('the ladder', (open) => {
  let scene: LadderScene
  beforeAll(async () => {
    scene = await openLadderScene(await open())
  })
  afterAll(() => scene.close())

  test('a choice of who ended the link just as it was read is not said to be written down', async () => {
    const { mother, daughter } = await scene.household()
    const context = await mother.browser.context()
    const asViewer: typeof context.asViewer = async (work) => {
      const read = await context.asViewer(work)
      if (Object.hasOwn(Object(read) as object, 'relatives'))
        await endLink(await daughter.browser.context(), daughter.linkId)
      return read
    }
    const fields = { course: mother.courseId, first: daughter.linkId, next: 'nobody' }
    const body = new URLSearchParams({ ...fields, quietFrom: '22:00', quietTo: '07:00' })
    const request = new Request('http://localhost/', { method: 'POST', body })
    const answer = await action({ context: { ...context, asViewer }, request, params: {} })
    expect(answer).toMatchObject({ notSaved: 'changed', typed: { first: daughter.linkId } })
  })

  test('from silence to the first relative and then to the next, the senior warned before', async () => {
    const { mother, daughter, son } = await scene.household()
    await scene.reach(mother, '08:05')
    await scene.upTo(...asking, '08:29')
    expect(scene.titlesOf(mother)).toHaveLength(3)
    await scene.remindAt('08:30')
    const warning = scene.service.to(mother.phone).at(-1)
    expect(warning).toMatchObject({
      ttl: 30 * 60,
      urgency: 'high',
      message: {
        notification: {
          title: '30분 뒤 따님께 알릴게요',
          navigate: 'https://gyeote.example/',
          actions: [{ action: 'taken' }, { action: 'stop' }],
          data: { kind: 'warning', day: '2026-11-25', slot: 'morning' },
        },
      },
    })
    expect(warning?.topic).toBe(scene.service.to(mother.phone)[0]?.topic)
    expect(await scene.newsOf(mother)).toMatchObject([
      { told: [], soonAt: '오전 9시', mayStop: true },
    ])
    await scene.remindAt('08:59')
    expect([...scene.titlesOf(daughter), ...scene.titlesOf(son)]).toEqual([])
    await scene.upTo('09:00', '09:01', '09:29')
    expect(scene.titlesOf(son)).toEqual([])
    const [call, ...more] = scene.service.to(daughter.phone as TestPhone)
    expect(more).toEqual([])
    expect(call).toMatchObject({
      urgency: 'high',
      message: {
        notification: {
          title: '오전 8시 약, 아직 답이 없어요',
          body: '부모님께 전화해 보시겠어요?',
          navigate: 'https://gyeote.example/family',
          actions: [],
          data: { kind: 'ladder', personId: daughter.personId },
        },
      },
    })
    expect((await scene.pageOf(daughter)).calls).toMatchObject([
      { time: '오전 8시 약', state: 'no_answer', takenOn: null, phone: { dialled: mother.number } },
    ])
    expect((await scene.pageOf(son)).calls).toEqual([])
    expect(await scene.newsOf(mother)).toMatchObject([{ told: ['김미영'], takenOnBy: null }])
    await scene.upTo('09:30', '10:00', '10:30', '11:00')
    expect(scene.titlesOf(son)).toHaveLength(1)
    expect(scene.titlesOf(daughter)).toHaveLength(1)
    expect(scene.titlesOf(mother)).toHaveLength(4)
    // Nothing that names anybody, any medicine or any number is in what went out.
    const sent = JSON.stringify(scene.service.received.map(({ message }) => message))
    for (const secret of ['김미영', '김철수', '아침 약"', mother.number])
      expect(sent).not.toContain(secret)
  })

  test('제가 챙길게요 stops everybody, once and for all, and the others see who it is', async () => {
    const { mother, daughter, son } = await scene.household()
    await scene.upTo(...asking, '08:30', '09:00')
    const [call] = (await scene.pageOf(daughter)).calls
    const before = (await scene.pageOf(daughter)).version
    expect(await scene.taking(daughter, call?.stepId)).toBe('taken_on')
    expect(await scene.taking(daughter, call?.stepId)).toBe('taken_on')
    expect((await scene.pageOf(daughter)).version).not.toBe(before)
    await scene.upTo('09:30', '10:00')
    expect(scene.titlesOf(son)).toEqual([])
    expect((await scene.pageOf(daughter)).calls).toMatchObject([{ takenOn: 'viewer' }])
    const news = async () => (await scene.newsOf(mother))?.[0]
    expect(await news()).toMatchObject({ takenOnBy: '김미영', mayStop: false, isAnswered: false })
    // Who was not told has nothing to take on.
    expect(await scene.taking(son, call?.stepId)).toBe('over')
    await answer(mother.browser, mother.courseId)
    expect(await news()).toMatchObject({ mayStop: false, isAnswered: true })
  })

  test('who was told first sees that the next one looks after it', async () => {
    const { daughter, son } = await scene.household()
    await scene.upTo(...asking, '08:30', '09:00', '09:30')
    const [theirs] = (await scene.pageOf(son)).calls
    expect(await scene.taking(son, theirs?.stepId)).toBe('taken_on')
    const [call] = (await scene.pageOf(daughter)).calls
    expect(call?.takenOn).toEqual({ name: '김철수' })
    expect(await scene.taking(daughter, call?.stepId)).toBe('other')
  })

  test('a phone that was not heard of since is no silence: the words say so', async () => {
    const { mother, daughter } = await scene.household()
    await scene.reach(mother, '07:00')
    await scene.upTo(...asking, '08:30', '09:00')
    expect(scene.service.to(daughter.phone as TestPhone)[0]?.message.notification).toMatchObject({
      title: '휴대폰과 연결이 안 돼 확인이 안 돼요',
      body: '부모님의 오전 8시 약이에요. 마지막 확인은 오전 7시예요.',
    })
    expect((await scene.pageOf(daughter)).calls).toMatchObject([{ state: 'not_reached' }])
  })

  test('알리지 마세요 has nobody told', async () => {
    const { mother, daughter } = await scene.household()
    await scene.upTo(...asking, '08:30')
    await applyNow(await mother.browser.context(), {
      id: newId(),
      type: 'stop_ladder',
      payload: { day: '2026-11-25', slot: 'morning' },
    })
    await scene.upTo('09:00', '09:30')
    expect(scene.titlesOf(daughter)).toEqual([])
    expect(await scene.newsOf(mother)).toEqual([])
    // It was for this morning only.
    for (const time of [...asking, '08:30', '09:00']) await scene.remindAt(time, '2026-11-26')
    expect(scene.titlesOf(daughter)).toHaveLength(1)
  })

  describe('between the step and the next look everything stops it', () => {
    const whole = { courseId: null, toWall: null, reason: 'hospital' } as const
    const stops: [string, (home: Household) => Promise<unknown>][] = [
      ['an answer', ({ mother }) => answer(mother.browser, mother.courseId)],
      [
        'a pause',
        ({ mother }) =>
          record(mother.browser, {
            pauses: [{ ...whole, id: newId(), fromWall: day * 1440 }],
          }),
      ],
      [
        'the choice given up',
        async ({ mother }) => chooseLadder(await mother.browser.context(), null),
      ],
      ['the consent for health data withdrawn', ({ mother }) => giveConsent(mother.browser, false)],
      [
        'links that see nothing any more',
        async ({ mother, daughter, son }) => {
          const context = await mother.browser.context()
          for (const { linkId } of [daughter, son]) await changeLink(context, linkId, [])
        },
      ],
      [
        'links that have ended',
        async ({ mother, daughter, son }) => {
          const context = await mother.browser.context()
          for (const { linkId } of [daughter, son]) await endLink(context, linkId)
        },
      ],
    ]
    test.each(stops)('%s', async (what, stop) => {
      const home = await scene.household()
      await scene.upTo(...asking, '08:30', '08:59')
      // The step to the daughter is written down, but her own push is not sent yet.
      scene.at('09:00')
      scene.service.behave(home.daughter.phone as TestPhone, { answers: 500 }, { answers: 201 })
      await scene.remind()
      await stop(home)
      await scene.upTo('09:01', '09:05', '09:30', '10:00')
      expect([...scene.titlesOf(home.daughter), ...scene.titlesOf(home.son)]).toEqual([])
      if (!what.startsWith('links')) expect((await scene.pageOf(home.daughter)).calls).toEqual([])
      expect((await scene.pageOf(home.son)).calls).toEqual([])
    })
  })

  test('whoever has no phone is passed over at once, also when that turns out by the push', async () => {
    scene.at('07:00')
    const mother = await scene.senior()
    const deaf = await scene.relative(mother, '김영수', '아들', false)
    const gone = await scene.relative(mother, '김미영', '딸')
    const last = await scene.relative(mother, '김하나', '다른 가족')
    await scene.chooseFor(mother, [deaf, gone, last])
    const page = await loadLadder(await mother.browser.context(), mother.personId)
    expect(page.relatives.map(({ name, reached }) => [name, reached])).toEqual([
      ['김영수', false],
      ['김미영', true],
      ['김하나', true],
    ])
    expect(page).toMatchObject({ lacks: null, medicines: [{ id: mother.courseId }] })
    scene.service.behave(gone.phone as TestPhone, { answers: 410 })
    await scene.upTo(...asking, '08:30', '09:00')
    expect(scene.titlesOf(last)).toEqual([])
    await scene.remindAt('09:01')
    expect(scene.service.to(last.phone as TestPhone)[0]?.message.notification).toMatchObject({
      title: '휴대폰과 연결이 안 돼 확인이 안 돼요',
      body: '가족의 오전 8시 약이에요. 휴대폰과 아직 이어지지 않았어요.',
    })
  })

  test('a relative’s pushes count for the relative, and stop at forty', async () => {
    const { mother, daughter, son } = await scene.household()
    await scene.world.owner.query(
      `update gyeote.reminder_plans set pushed = 40, pushed_on = '2026-11-25' where person_id = $1`,
      [daughter.personId],
    )
    await scene.upTo(...asking, '08:30', '09:00')
    expect(scene.titlesOf(daughter)).toEqual([])
    expect(scene.titlesOf(son)).toHaveLength(1)
    const counts = await scene.world.owner.query<{ pushed: number }>(
      'select pushed from gyeote.reminder_plans where person_id = any ($1::uuid[]) order by pushed',
      [[mother.personId, son.personId]],
    )
    expect(counts.map(({ pushed }) => pushed)).toEqual([1, 4])
  })

  test('is for one’s own medicines and family alone, and off until it is chosen', async () => {
    scene.at('07:00')
    const mother = await scene.senior()
    const daughter = await scene.relative(mother, '김미영', '딸')
    const stranger = await scene.senior()
    const theirs = await scene.relative(stranger, '박영희', '딸')
    expect(await scene.chooseFor(mother, [daughter], { courseIds: [stranger.courseId] })).toBe(
      false,
    )
    expect(await scene.chooseFor(mother, [theirs])).toBe(false)
    expect(await scene.chooseFor(mother, [])).toBe(false)
    expect(await scene.chooseFor(mother, [daughter], { courseIds: [] })).toBe(false)
    await scene.upTo(...asking, '08:30', '09:00', '09:30')
    expect(scene.titlesOf(daughter)).toEqual([])
    expect(scene.titlesOf(mother)).toHaveLength(3)
    const kept = await scene.world.owner.query(
      'select given from gyeote.ladder_choices where person_id = $1',
      [mother.personId],
    )
    expect(kept).toEqual([])
  })

  test('is written down as a consent with the version of its words, and holds for half a year', async () => {
    const { mother } = await scene.household()
    const [kept] = await scene.world.owner.query(
      'select given, text_version, after_minutes from gyeote.ladder_choices where person_id = $1',
      [mother.personId],
    )
    expect(kept).toEqual({ given: true, text_version: '2026-11-28', after_minutes: 60 })
    const load = async () => loadLadder(await mother.browser.context(), mother.personId)
    expect(await load()).toMatchObject({ askAgain: false, choice: { afterMinutes: 60 } })
    await scene.world.owner.query(
      `update gyeote.ladder_choices set chosen_at = chosen_at - interval '175 days'
       where person_id = $1`,
      [mother.personId],
    )
    expect(await load()).toMatchObject({ askAgain: true, isOn: true })
    await scene.world.owner.query(
      `update gyeote.ladder_choices set chosen_at = chosen_at - interval '10 days'
       where person_id = $1`,
      [mother.personId],
    )
    expect(await load()).toMatchObject({ askAgain: true, isOn: false })
  })

  test('what a family was told is forgotten after a week', async () => {
    const { daughter, mother } = await scene.household()
    await scene.upTo(...asking, '08:30', '09:00')
    const kept = async () =>
      scene.world.owner.query('select id from gyeote.ladder_steps where person_id = $1', [
        mother.personId,
      ])
    scene.at('08:59', '2026-12-02')
    await trimReminders(scene.world.parts)
    expect(await kept()).toHaveLength(1)
    scene.at('09:01', '2026-12-02')
    await trimReminders(scene.world.parts)
    expect(await kept()).toEqual([])
    expect((await scene.pageOf(daughter)).calls).toEqual([])
  })
})
