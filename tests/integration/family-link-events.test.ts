import { afterAll, beforeAll, expect, test } from 'vitest'
import { removeDeletedAccounts } from '~/features/account/remove-deleted-accounts.server'
import { changeLink, endLink, renewLink } from '~/features/family/change-link.server'
import { chooseHelp } from '~/features/family/helping/choose-help.server'
import { describeOnEachDatabase, type TestDatabase } from '../support/databases'
import { openWorld, type World } from './accounts-world'
import { becomeFamily, somebody, type Somebody } from './family-people'

const sees = ['med_today'] as const

describeOnEachDatabase('the event family_link', (open) => {
  let opened: TestDatabase
  let world: World
  beforeAll(async () => {
    opened = await open()
    world = await openWorld(opened, 'in this process')
  })
  afterAll(async () => {
    await world.close()
    await opened.close()
  })

  const subjectOf = async ({ personId }: Somebody) =>
    (
      await world.owner.query<{ subject_id: string }>(
        'select subject_id from gyeote.audit_subjects where person_id = $1',
        [personId],
      )
    )[0]?.subject_id
  /** What stands in the trail of this subject: all of it. */
  const trailOf = async (subject: string | undefined) =>
    (
      await world.owner.query<{ details: object }>(
        `select details from gyeote.audit_logs where user_id = $1 and action = 'family_link' order by id`,
        [subject],
      )
    ).map(({ details }) => details)
  async function family() {
    const [senior, daughter] = [await somebody(world), await somebody(world)]
    const link = await becomeFamily(senior, daughter, sees)
    const [ofSenior, ofDaughter] = [await subjectOf(senior), await subjectOf(daughter)]
    const event = (change: string) => ({ senior_id: ofSenior, guardian_id: ofDaughter, change })
    return { senior, daughter, link, ofSenior, ofDaughter, event }
  }
  const remove = async (...people: Somebody[]) => {
    await world.owner.query(
      `update gyeote.people set deletion_requested_at = now() - interval '8 days' where id = any ($1)`,
      [people.map(({ personId }) => personId)],
    )
    const removed = await removeDeletedAccounts(world.parts)
    expect(removed.sort()).toEqual(people.map(({ personId }) => personId).sort())
  }

  test('is written once for what happened, in the trail of whoever did it, and names both', async () => {
    const { senior, daughter, link, ofSenior, ofDaughter, event } = await family()
    expect(await trailOf(ofSenior)).toEqual([event('linked')])
    const context = await senior.browser.context()
    await chooseHelp(context, link, 'help', sees)
    await chooseHelp(context, link, 'help', sees)
    expect(await trailOf(ofSenior)).toEqual([event('linked'), event('changed')])
    await changeLink(context, link, ['med_today', 'cards'])
    await renewLink(context, link, { kinds: sees, helps: true })
    await chooseHelp(context, link, 'view', sees)
    expect(await trailOf(ofSenior)).toEqual(
      ['linked', ...Array<string>(4).fill('changed')].map(event),
    )
    await endLink(await daughter.browser.context(), link)
    await endLink(await daughter.browser.context(), link)
    expect(await trailOf(ofDaughter)).toEqual([event('ended')])
    expect(await trailOf(ofSenior)).toHaveLength(5)
  })

  test('says that a link ended which went with an account, of either side', async () => {
    const first = await family()
    await remove(first.daughter)
    expect(await trailOf(first.ofSenior)).toEqual([first.event('linked'), first.event('ended')])
    const second = await family()
    await remove(second.senior)
    expect(await trailOf(second.ofDaughter)).toEqual([second.event('ended')])
  })

  test('says nothing more of a link that had ended, and hinders nobody who leaves with the other', async () => {
    const first = await family()
    await endLink(await first.senior.browser.context(), first.link)
    await remove(first.daughter)
    expect(await trailOf(first.ofSenior)).toEqual([first.event('linked'), first.event('ended')])
    const second = await family()
    await remove(second.senior, second.daughter)
  })
})
