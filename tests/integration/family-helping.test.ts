import { v4 as randomId, v7 as newId } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { applyNow } from '~/commands/apply-now.server'
import { acceptWaiting } from '~/features/family/answer-waiting.server'
import { askByNumber } from '~/features/family/ask-by-number.server'
import { changeLink, endLink, renewLink } from '~/features/family/change-link.server'
import { changeHelpedCourse } from '~/features/family/helping/change-helped-course'
import { chooseHelp } from '~/features/family/helping/choose-help.server'
import { helpedBook } from '~/features/family/helping/helped-book.server'
import { loadHelped } from '~/features/family/helping/load-helped.server'
import { findVersion } from '~/features/family/find-version.server'
import { listRelatives } from '~/features/family/list-relatives.server'
import { listWaiting } from '~/features/family/list-waiting.server'
import { loadFamily } from '~/features/family/load-family.server'
import { listChanges } from '~/features/medication/changes/list-changes'
import { putBack } from '~/features/medication/changes/put-back'
import { courseState } from '~/features/medication/courses/course-state'
import { enterCourse } from '~/features/medication/detail/enter-course'
import type { Act } from '~/features/medication/forms/form-values'
import { recordFormIn } from '~/features/medication/forms/record-form.server'
import { loadMedication } from '~/features/medication/facts/load-medication.server'
import { wantedToday } from '~/features/medication/facts/medication-page'
import { momentOf } from '~/features/medication/schedule/moment'
import { describeOnEachDatabase, type TestDatabase } from '../support/databases'
import { newPhone, openWorld, signIn, type Browser, type World } from './accounts-world'
import { giveConsent, pouch, recordActs, taken } from './medication-acts'

const tablet = {
  label: ['비타민'],
  unit: ['알'],
  amount: ['1'],
  rule: ['daily'],
  slot: ['evening'],
  // Asked from the evening on.
  begin: ['none'],
}
const sees = ['med_today'] as const

describeOnEachDatabase('helping with medicines', (open) => {
  let opened: TestDatabase
  let world: World
  let senior: Browser
  let daughter: Browser
  let seniorId: string
  let daughterId: string
  let linkId: string
  const own = newId()

  beforeAll(async () => {
    opened = await open()
    world = await openWorld(opened, 'in this process')
  })
  afterAll(async () => {
    await world.close()
    await opened.close()
  })
  beforeEach(async () => {
    const phone = newPhone()
    senior = world.browser()
    seniorId = (await signIn(world, senior, phone)).viewer.personId
    daughter = world.browser()
    daughterId = (await signIn(world, daughter, newPhone())).viewer.personId
    await askByNumber(await daughter.context(), { number: phone, name: '김미영' })
    const context = await senior.context()
    const {
      shown: [waiting],
    } = await context.asViewer((tx) => listWaiting(tx, seniorId))
    await acceptWaiting(context, waiting?.id ?? '', { relation: '딸', kinds: sees, helps: true })
    linkId = (await relative()).linkId
    await giveConsent(senior)
    await recordActs(senior, pouch(own))
  })

  async function relative() {
    const [found] = await (await senior.context()).asViewer((tx) => listRelatives(tx, seniorId))
    if (!found) throw new Error('nobody is linked')
    return found
  }
  /** The day of waiting is over. */
  const letADayPass = () =>
    opened.owner.query(
      `update gyeote.family_links set helps_from = helps_from - interval '1 day' where id = $1`,
      [linkId],
    )
  const pageOf = async (who = daughter, link = linkId) => loadHelped(await who.context(), link)
  const stateOf = async (who = daughter, link = linkId) => (await pageOf(who, link))?.state
  /** Sends a form of a helper’s page. @returns where it leads, or what came back */
  async function send(act: Act, values: Record<string, string[]>, id = newId(), link = linkId) {
    const form = new URLSearchParams([['commandId', id]])
    for (const [name, list] of Object.entries(values))
      for (const value of list) form.append(name, value)
    const request = new Request('http://localhost/', { method: 'POST', body: form })
    const book = helpedBook(await daughter.context(), link)
    return recordFormIn(book, request, act).catch((answer: unknown) => {
      if (!(answer instanceof Response)) throw answer
      return answer.headers.get('Location') ?? answer.status
    })
  }
  const ofSenior = async () => loadMedication(await senior.context(), wantedToday)
  const factsWithNow = async () => {
    const { facts, now, writers } = await ofSenior()
    return { facts, writers, now: momentOf(facts, now) }
  }

  test('begins a day after the senior’s yes by number, and says from when', async () => {
    expect(await stateOf()).toBe('waits')
    expect(await pageOf()).not.toHaveProperty('facts')
    const [card] = (await loadFamily(await daughter.context(), daughterId)).seniors
    expect(card?.help?.from).toMatch(/^내일 /)
    expect((await relative()).helpsFrom).toBeGreaterThan(Date.now() + 23 * 60 * 60_000)
    expect(await send(enterCourse, tablet)).toBe(404)
    await letADayPass()
    expect(await stateOf()).toBe('open')
    const [now] = (await loadFamily(await daughter.context(), daughterId)).seniors
    expect(now?.help).toEqual({ from: null })
  })

  test('is news once the day is over, by the database’s clock and with nothing written', async () => {
    const versionOf = async () => (await daughter.context()).asViewer(findVersion)
    await opened.owner.query(
      `update gyeote.family_links set helps_from = clock_timestamp() + interval '1.5 seconds'
       where id = $1`,
      [linkId],
    )
    const before = await versionOf()
    expect([await stateOf(), await versionOf()]).toEqual(['waits', before])
    await expect.poll(stateOf, { timeout: 5_000 }).toBe('open')
    const after = await versionOf()
    expect(after).not.toBe(before)
    expect(await versionOf()).toBe(after)
  })

  test('what a helper adds is the senior’s, in the helper’s name, and counts once', async () => {
    await letADayPass()
    const id = newId()
    const to = await send(enterCourse, tablet, id)
    expect(to).toBe(`/family/${linkId}/medication/courses/${id}?done=added`)
    expect(await send(enterCourse, tablet, id)).toBe(to)
    const { facts, writers } = await factsWithNow()
    expect(facts.courses.map(({ label, by }) => [label, by])).toEqual([
      ['아침 약', seniorId],
      ['비타민', daughterId],
    ])
    expect(writers).toEqual({ [daughterId]: '김미영' })
    const page = await pageOf()
    expect(page?.state === 'open' && page.facts.courses).toHaveLength(2)
    expect((await loadMedication(await daughter.context(), wantedToday)).facts.courses).toEqual([])
  })

  test('what is wrong comes back with everything that was typed', async () => {
    await letADayPass()
    expect(await send(enterCourse, { ...tablet, label: [''] })).toMatchObject({
      errors: [{ fieldId: 'label' }],
      values: { unit: ['알'], slot: ['evening'] },
    })
    expect((await ofSenior()).facts.courses).toHaveLength(1)
  })

  test('pauses, resumes, ends and revives; counts nothing and answers nothing', async () => {
    await letADayPass()
    const state = async () => {
      const { facts, now } = await factsWithNow()
      return courseState(facts, own, now)
    }
    const act = changeHelpedCourse(own)
    // One page has both forms under one id: each tap is a deed, the same one again is not.
    const page = newId()
    const pause = { intent: ['pause'], reason: ['doctor'] }
    await send(act, pause, page)
    await send(act, pause, page)
    expect(await state()).toBe('paused')
    expect((await ofSenior()).facts.pauses).toHaveLength(1)
    await send(act, { intent: ['resume'] }, page)
    expect(await state()).toBe('running')
    for (const intent of ['receive', 'count', 'take-back'])
      expect(await send(act, { intent: [intent], days: ['30'] })).toMatchObject({
        errors: [{ fieldId: 'content' }],
      })
    const facts = { answers: [taken(own)] }
    const forged = { linkId, facts } as never
    await expect(
      applyNow(await daughter.context(), {
        id: newId(),
        type: 'help_with_medicines',
        payload: forged,
      }),
    ).resolves.toEqual({ status: 'refused', reason: 'no_help' })
    expect((await ofSenior()).facts.answers).toEqual([])
  })

  test('the senior reads who changed what, and puts it back by facts of their own', async () => {
    await letADayPass()
    await send(enterCourse, tablet)
    const { facts, now } = await factsWithNow()
    const [change] = listChanges(facts, now)
    expect(change).toMatchObject({ by: daughterId, answered: null })
    const back = change && putBack(change, facts, now, newId)
    expect(back?.courseVersions).toHaveLength(1)
    const seen = [{ id: newId(), factId: change?.id ?? '', putBack: true }]
    await recordActs(senior, { ...back, acknowledgements: seen })
    const after = await factsWithNow()
    expect(listChanges(after.facts, after.now)).toMatchObject([{ answered: 'put_back' }])
    // What the senior said to it is not the helper’s to read.
    const page = await pageOf()
    expect(page?.state === 'open' && page.facts.acknowledgements).toEqual([])
    expect(page?.state === 'open' && page.facts.courseVersions).toHaveLength(3)
  })

  test('two changes of one medicine: the second is told, and nothing of it is written', async () => {
    await letADayPass()
    const { facts } = await factsWithNow()
    const [version] = facts.courseVersions
    const late: Act = () => ({
      to: '/medication',
      facts: {
        courseVersions: [
          { ...pouch(own).courseVersions[0]!, id: newId(), baseId: version?.id ?? null },
        ],
      },
    })
    expect(await send(late, {})).toBe(`/family/${linkId}/medication`)
    expect(await send(late, {})).toMatchObject({ errors: [{ fieldId: 'content' }] })
  })

  test('a change of a helper wakes the senior’s reminders', async () => {
    await letADayPass()
    await opened.owner.query(
      `insert into gyeote.reminder_plans (person_id, next_at) values ($1, now() + interval '1 day')`,
      [seniorId],
    )
    await send(enterCourse, tablet)
    expect(
      await opened.owner.query<{ woken: boolean }>(
        `select woken from gyeote.reminder_plans where person_id = $1 and next_at = '-infinity'`,
        [seniorId],
      ),
    ).toEqual([{ woken: true }])
  })

  describe('is over', () => {
    beforeEach(letADayPass)

    test('at the next request once the senior chooses 보기만, and waits again when chosen anew', async () => {
      const choose = async (role: 'view' | 'help') =>
        chooseHelp(await senior.context(), linkId, role, sees)
      expect(await choose('view')).toBe('done')
      expect(await stateOf()).toBeUndefined()
      expect(await send(enterCourse, tablet)).toBe(404)
      expect((await relative()).helpsFrom).toBeNull()
      await choose('help')
      expect(await stateOf()).toBe('waits')
    })

    test('when today’s medicines are not shown any more, also once they are shown again', async () => {
      await changeLink(await senior.context(), linkId, [])
      expect(await stateOf()).toBeUndefined()
      expect((await relative()).helpsFrom).toBeNull()
      await changeLink(await senior.context(), linkId, sees)
      expect(await stateOf()).toBeUndefined()
      expect(await chooseHelp(await senior.context(), linkId, 'help', [])).toBe('needs_today')
    })

    test('when either side ends the link', async () => {
      await endLink(await daughter.context(), linkId)
      expect(await stateOf()).toBeUndefined()
      expect(await send(enterCourse, tablet)).toBe(404)
    })

    test('after half a year, unless it is renewed', async () => {
      await opened.owner.query(
        `update gyeote.consents set created_at = now() - interval '7 months' where link_id = $1`,
        [linkId],
      )
      expect(await stateOf()).toBeUndefined()
      expect(await relative()).toMatchObject({ askAgain: true })
      await renewLink(await senior.context(), linkId, { kinds: sees, helps: true })
      expect(await stateOf()).toBe('open')
      expect(await relative()).toMatchObject({ askAgain: false })
    })

    test('while the senior keeps no medicines with us', async () => {
      await giveConsent(senior, false)
      expect(await stateOf()).toBe('no_consent')
      expect(await send(enterCourse, tablet)).toBe(404)
    })
  })

  test('a link of somebody else, an unknown one and no link at all are one answer', async () => {
    await letADayPass()
    const stranger = world.browser()
    await signIn(world, stranger, newPhone())
    expect(await stateOf(stranger)).toBeUndefined()
    expect(await stateOf(senior)).toBeUndefined()
    expect(await stateOf(daughter, randomId())).toBeUndefined()
    expect(await stateOf(daughter, 'no-link')).toBeUndefined()
    expect(await send(enterCourse, tablet, newId(), randomId())).toBe(404)
  })
})
