import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { applyNow } from '~/commands/apply-now.server'
import { setName } from '~/features/account/set-name.server'
import { acceptWaiting } from '~/features/family/answer-waiting.server'
import { askByNumber } from '~/features/family/ask-by-number.server'
import { changeLink, endLink } from '~/features/family/change-link.server'
import { findFamilyNews } from '~/features/family/find-family-news.server'
import { chooseLadder } from '~/features/family/ladder/choose-ladder.server'
import { usualHours, type LadderChoice } from '~/features/family/ladder/ladder-choice'
import { loadLadder } from '~/features/family/ladder/load-ladder.server'
import { takeOn } from '~/features/family/ladder/take-on.server'
import { listRelatives } from '~/features/family/list-relatives.server'
import { listWaiting } from '~/features/family/list-waiting.server'
import { loadFamily } from '~/features/family/load-family.server'
import { describeOnEachDatabase } from '../support/databases'
import type { TestPhone } from '../support/push-server'
import { newPhone, signIn, type Browser } from './accounts-world'
import { giveConsent, pouch } from './medication-acts'
import { answer, day, openReminderScene, record, seoul, type ReminderScene } from './reminder-scene'

interface Relative {
  browser: Browser
  personId: string
  linkId: string
  phone: TestPhone | null
}

/** The reminder and its two repeats. */
const asking = ['08:00', '08:10', '08:20']

describeOnEachDatabase('the ladder', (open) => {
  let scene: ReminderScene
  const at = (time: string, date?: string) => scene.world.standAt(seoul(time, date))
  const remindAt = async (time: string, date?: string) => {
    at(time, date)
    await scene.remind()
  }
  beforeAll(async () => {
    scene = await openReminderScene(await open())
  })
  afterAll(() => scene.close())

  async function senior() {
    const browser = scene.world.browser()
    const number = newPhone()
    const { viewer } = await signIn(scene.world, browser, number)
    await giveConsent(browser)
    const facts = pouch()
    await record(browser, facts)
    const phone = await scene.subscribe(browser)
    return {
      browser,
      number,
      personId: viewer.personId,
      courseId: facts.courses[0]?.id ?? '',
      phone,
    }
  }
  type Senior = Awaited<ReturnType<typeof senior>>

  /** Sees today's medicines of the senior. */
  async function relative(of: Senior, name: string, relation: string, hasPhone = true) {
    // The database’s own today is another than that of the scene: a daughter sees every day.
    const kinds = relation === '딸' ? (['med_today', 'med'] as const) : (['med_today'] as const)
    const browser = scene.world.browser()
    const { viewer } = await signIn(scene.world, browser, newPhone())
    const context = await browser.context()
    await setName(context, name)
    await askByNumber(context, { number: of.number, name })
    const theirs = await of.browser.context()
    const [waiting] = await theirs.asViewer((tx) => listWaiting(tx, of.personId))
    await acceptWaiting(theirs, waiting?.id ?? '', { relation, kinds })
    const linked = await theirs.asViewer((tx) => listRelatives(tx, of.personId))
    const linkId = linked.find((one) => one.name === name)?.linkId ?? ''
    const phone = hasPhone ? await scene.subscribe(browser) : null
    return { browser, personId: viewer.personId, linkId, phone } satisfies Relative
  }
  const chooseFor = async (of: Senior, relatives: Relative[], more: Partial<LadderChoice> = {}) =>
    chooseLadder(await of.browser.context(), {
      ...usualHours,
      courseIds: [of.courseId],
      linkIds: relatives.map(({ linkId }) => linkId),
      ...more,
    })
  async function household() {
    at('07:00')
    const mother = await senior()
    const daughter = await relative(mother, '김미영', '딸')
    const son = await relative(mother, '김철수', '아들')
    expect(await chooseFor(mother, [daughter, son])).toBe(true)
    return { mother, daughter, son }
  }
  const titles = ({ phone }: { phone: TestPhone | null }) => (phone ? scene.titles(phone) : [])
  const pageOf = async ({ browser, personId }: Relative) =>
    loadFamily(await browser.context(), personId)
  const newsOf = async ({ browser }: Senior) =>
    (await findFamilyNews(await browser.context()))?.ladder
  const upTo = async (...times: string[]) => {
    for (const time of times) await remindAt(time)
  }
  /** The senior's phone spoke to the server, and nothing was left on it. */
  const reach = ({ personId }: Senior, time: string) =>
    scene.world.owner.query(
      `insert into gyeote.device_reach (person_id, session_id, reached_at, emptied_at)
       values ($1, gen_random_uuid(), $2, $2)`,
      [personId, seoul(time)],
    )

  test('from silence to the first relative and then to the next, the senior warned before', async () => {
    const { mother, daughter, son } = await household()
    await reach(mother, '08:05')
    await upTo(...asking, '08:29')
    expect(titles(mother)).toHaveLength(3)
    await remindAt('08:30')
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
    expect(await newsOf(mother)).toMatchObject([{ told: [], soonAt: '오전 9시', mayStop: true }])
    await remindAt('08:59')
    expect([...titles(daughter), ...titles(son)]).toEqual([])
    await upTo('09:00', '09:01', '09:29')
    expect(titles(son)).toEqual([])
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
    expect((await pageOf(daughter)).calls).toMatchObject([
      { time: '오전 8시 약', state: 'no_answer', takenOn: null, phone: { dialled: mother.number } },
    ])
    expect((await pageOf(son)).calls).toEqual([])
    expect(await newsOf(mother)).toMatchObject([{ told: ['김미영'], takenOnBy: null }])
    await upTo('09:30', '10:00', '10:30', '11:00')
    expect(titles(son)).toHaveLength(1)
    expect(titles(daughter)).toHaveLength(1)
    expect(titles(mother)).toHaveLength(4)
    // Nothing that names anybody, any medicine or any number is in what went out.
    const sent = JSON.stringify(scene.service.received.map(({ message }) => message))
    for (const secret of ['김미영', '김철수', '아침 약"', mother.number])
      expect(sent).not.toContain(secret)
  })

  test('제가 챙길게요 stops everybody, once and for all, and the others see who it is', async () => {
    const { mother, daughter, son } = await household()
    await upTo(...asking, '08:30', '09:00')
    const [call] = (await pageOf(daughter)).calls
    const before = (await pageOf(daughter)).version
    const taking = async (who: Relative, stepId = call?.stepId ?? '') =>
      takeOn(await who.browser.context(), stepId)
    expect(await taking(daughter)).toBe('taken_on')
    expect(await taking(daughter)).toBe('taken_on')
    expect((await pageOf(daughter)).version).not.toBe(before)
    await upTo('09:30', '10:00')
    expect(titles(son)).toEqual([])
    expect((await pageOf(daughter)).calls).toMatchObject([{ takenOn: 'viewer' }])
    expect(await newsOf(mother)).toMatchObject([{ takenOnBy: '김미영', mayStop: false }])
    // Who was not told has nothing to take on.
    expect(await taking(son)).toBe('over')
  })

  test('who was told first sees that the next one looks after it', async () => {
    const { daughter, son } = await household()
    await upTo(...asking, '08:30', '09:00', '09:30')
    const [theirs] = (await pageOf(son)).calls
    expect(await takeOn(await son.browser.context(), theirs?.stepId ?? '')).toBe('taken_on')
    const [call] = (await pageOf(daughter)).calls
    expect(call?.takenOn).toEqual({ name: '김철수' })
    expect(await takeOn(await daughter.browser.context(), call?.stepId ?? '')).toBe('other')
  })

  test('a phone that was not heard of since is no silence: the words say so', async () => {
    const { mother, daughter } = await household()
    await reach(mother, '07:00')
    await upTo(...asking, '08:30', '09:00')
    expect(scene.service.to(daughter.phone as TestPhone)[0]?.message.notification).toMatchObject({
      title: '휴대폰과 연결이 안 돼 확인이 안 돼요',
      body: '부모님의 오전 8시 약이에요. 마지막 확인은 오전 7시예요.',
    })
    expect((await pageOf(daughter)).calls).toMatchObject([{ state: 'not_reached' }])
  })

  test('알리지 마세요 has nobody told', async () => {
    const { mother, daughter } = await household()
    await upTo(...asking, '08:30')
    await applyNow(await mother.browser.context(), {
      id: newId(),
      type: 'stop_ladder',
      payload: { day: '2026-11-25', slot: 'morning' },
    })
    await upTo('09:00', '09:30')
    expect(titles(daughter)).toEqual([])
    expect(await newsOf(mother)).toEqual([])
    // It was for this morning only.
    for (const time of [...asking, '08:30', '09:00']) await remindAt(time, '2026-11-26')
    expect(titles(daughter)).toHaveLength(1)
  })

  describe('between the step and the next look everything stops it', () => {
    const stops: [string, (home: Awaited<ReturnType<typeof household>>) => Promise<unknown>][] = [
      ['an answer', ({ mother }) => answer(mother.browser, mother.courseId)],
      [
        'a pause',
        ({ mother }) =>
          record(mother.browser, {
            pauses: [
              {
                id: newId(),
                courseId: null,
                fromWall: day * 1440,
                toWall: null,
                reason: 'hospital',
              },
            ],
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
    test.each(stops)('%s', async (_what, stop) => {
      const home = await household()
      await upTo(...asking, '08:30', '08:59')
      // The step to the daughter is written down, but her own push is not sent yet.
      at('09:00')
      scene.service.behave(home.daughter.phone as TestPhone, { answers: 500 }, { answers: 201 })
      await scene.remind()
      await stop(home)
      await upTo('09:01', '09:05', '09:30', '10:00')
      expect([...titles(home.daughter), ...titles(home.son)]).toEqual([])
      if (!_what.startsWith('links')) expect((await pageOf(home.daughter)).calls).toEqual([])
      expect((await pageOf(home.son)).calls).toEqual([])
    })
  })

  test('whoever has no phone is passed over at once, also when that turns out by the push', async () => {
    at('07:00')
    const mother = await senior()
    const deaf = await relative(mother, '김영수', '아들', false)
    const gone = await relative(mother, '김미영', '딸')
    const last = await relative(mother, '김하나', '다른 가족')
    await chooseFor(mother, [deaf, gone, last])
    const page = await loadLadder(await mother.browser.context(), mother.personId)
    expect(page.relatives.map(({ name, reached }) => [name, reached])).toEqual([
      ['김영수', false],
      ['김미영', true],
      ['김하나', true],
    ])
    expect(page).toMatchObject({ lacks: null, medicines: [{ id: mother.courseId }] })
    scene.service.behave(gone.phone as TestPhone, { answers: 410 })
    await upTo(...asking, '08:30', '09:00')
    expect(titles(last)).toEqual([])
    await remindAt('09:01')
    expect(scene.service.to(last.phone as TestPhone)[0]?.message.notification).toMatchObject({
      title: '휴대폰과 연결이 안 돼 확인이 안 돼요',
      body: '가족의 오전 8시 약이에요. 휴대폰과 아직 이어지지 않았어요.',
    })
  })

  test('a relative’s pushes count for the relative, and stop at forty', async () => {
    const { mother, daughter, son } = await household()
    await scene.world.owner.query(
      `update gyeote.reminder_plans set pushed = 40, pushed_on = '2026-11-25' where person_id = $1`,
      [daughter.personId],
    )
    await upTo(...asking, '08:30', '09:00')
    expect(titles(daughter)).toEqual([])
    expect(titles(son)).toHaveLength(1)
    const counts = await scene.world.owner.query<{ pushed: number }>(
      'select pushed from gyeote.reminder_plans where person_id = any ($1::uuid[]) order by pushed',
      [[mother.personId, son.personId]],
    )
    expect(counts.map(({ pushed }) => pushed)).toEqual([1, 4])
  })

  test('is for one’s own medicines and family alone, and off until it is chosen', async () => {
    at('07:00')
    const mother = await senior()
    const daughter = await relative(mother, '김미영', '딸')
    const stranger = await senior()
    const theirs = await relative(stranger, '박영희', '딸')
    expect(await chooseFor(mother, [daughter], { courseIds: [stranger.courseId] })).toBe(false)
    expect(await chooseFor(mother, [theirs])).toBe(false)
    expect(await chooseFor(mother, [])).toBe(false)
    expect(await chooseFor(mother, [daughter], { courseIds: [] })).toBe(false)
    await upTo(...asking, '08:30', '09:00', '09:30')
    expect(titles(daughter)).toEqual([])
    expect(titles(mother)).toHaveLength(3)
    const kept = await scene.world.owner.query(
      'select given from gyeote.ladder_choices where person_id = $1',
      [mother.personId],
    )
    expect(kept).toEqual([])
  })

  test('is written down as a consent with the version of its words, and holds for half a year', async () => {
    const { mother } = await household()
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
    expect((await load()).askAgain).toBe(true)
  })
})
