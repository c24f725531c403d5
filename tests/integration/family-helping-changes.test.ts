import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { applyNow } from '~/commands/apply-now.server'
import { catalogHandlers } from '~/commands/catalog.server'
import { receiveOutbox } from '~/commands/receive-outbox.server'
import { chooseHelp } from '~/features/family/helping/choose-help.server'
import { listChanges } from '~/features/medication/changes/list-changes'
import type { HelpedFacts } from '~/features/medication/facts/fact-schema'
import { loadMedication } from '~/features/medication/facts/load-medication.server'
import { wantedToday } from '~/features/medication/facts/medication-page'
import { momentOf } from '~/features/medication/schedule/moment'
import { describeOnEachDatabase, type TestDatabase } from '../support/databases'
import { openWorld, type World } from './accounts-world'
import { becomeFamily, somebody, type Somebody } from './family-people'
import { giveConsent, pouch, recordActs } from './medication-acts'

const sees = ['med_today'] as const

describeOnEachDatabase('what a helper changed, as the senior is told', (open) => {
  let opened: TestDatabase
  let world: World
  let senior: Somebody
  let daughter: Somebody
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
    senior = await somebody(world)
    daughter = await somebody(world)
    linkId = await becomeFamily(senior, daughter, sees)
    await giveConsent(senior.browser)
    await recordActs(senior.browser, pouch(own))
    await chooseHelp(await senior.browser.context(), linkId, 'help', sees)
    await opened.owner.query(
      `update gyeote.family_links set helps_from = helps_from - interval '1 day' where id = $1`,
      [linkId],
    )
  })

  const ofSenior = async () => {
    const { facts, now } = await loadMedication(await senior.browser.context(), wantedToday)
    return { facts, now: momentOf(facts, now) }
  }

  test('when it was says the server, whatever a client says, and an old phone’s deed is taken', async () => {
    const [one, two] = [newId(), newId()]
    const commands = [one, two].map((course, index) => ({
      id: newId(),
      seq: index + 1,
      person: daughter.personId,
      type: 'help_with_medicines',
      typeV: 1,
      occurredAt: '2026-01-01T00:00:00.000Z',
      payload: { linkId, facts: pouch(course) },
    }))
    const body = JSON.stringify({ v: 1, deviceId: newId(), build: 'old', commands })
    const answer = await receiveOutbox(await daughter.browser.context(), catalogHandlers, body)
    expect(await answer.json()).toMatchObject({
      results: [{ status: 'accepted' }, { status: 'accepted' }],
    })
    const { facts, now } = await ofSenior()
    const changes = listChanges(facts, now)
    expect(changes.map(({ courseId }) => courseId).sort()).toEqual([one, two].sort())
    for (const { at } of changes) expect(now.instant - at).toBeLessThan(60_000)
  })

  test('an id that says something else already is taken for no other fact', async () => {
    const write = async (facts: HelpedFacts) =>
      applyNow(await daughter.browser.context(), {
        id: newId(),
        type: 'help_with_medicines',
        payload: { linkId, facts },
      })
    const course = newId()
    expect(await write(pouch(course))).toMatchObject({ status: 'accepted' })
    const pause = {
      id: course,
      courseId: own,
      fromWall: 29_000_000,
      toWall: null,
      reason: 'other' as const,
    }
    const refused = { status: 'refused', reason: 'other_body' }
    expect(await write({ pauses: [pause] })).toEqual(refused)
    const twice = pouch(newId())
    const id = twice.courses[0]?.id ?? ''
    expect(await write({ ...twice, pauses: [{ ...pause, id }] })).toEqual(refused)
    expect((await ofSenior()).facts.pauses).toEqual([])
  })
})
