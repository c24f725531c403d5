import { setName } from '~/features/account/set-name.server'
import { acceptWaiting } from '~/features/family/answer-waiting.server'
import { askByNumber } from '~/features/family/ask-by-number.server'
import { chooseLadder } from '~/features/family/ladder/choose-ladder.server'
import { usualHours, type LadderChoice } from '~/features/family/ladder/ladder-choice'
import { takeOn } from '~/features/family/ladder/take-on.server'
import { listRelatives } from '~/features/family/list-relatives.server'
import { listWaiting } from '~/features/family/list-waiting.server'
import { loadFamily } from '~/features/family/load-family.server'
import type { TestDatabase } from '../support/databases'
import type { TestPhone } from '../support/push-server'
import { newPhone, signIn, type Browser } from './accounts-world'
import { giveConsent, pouch } from './medication-acts'
import { openReminderScene, record, seoul } from './reminder-scene'
import { findFamilyNews } from './family-news'

interface Senior {
  browser: Browser
  number: string
  personId: string
  courseId: string
  phone: TestPhone
}

export interface Relative {
  browser: Browser
  personId: string
  linkId: string
  phone: TestPhone | null
}

/** The reminder and its two repeats. */
export const asking = ['08:00', '08:10', '08:20']

/** A reminder scene with families: seniors with a pouch at eight, relatives who see it, phones of both. */
export async function openLadderScene(opened: TestDatabase) {
  const base = await openReminderScene(opened)
  const at = (time: string, date?: string) => base.world.standAt(seoul(time, date))
  const remindAt = async (time: string, date?: string) => {
    at(time, date)
    await base.remind()
  }

  async function senior(): Promise<Senior> {
    const browser = base.world.browser()
    const number = newPhone()
    const { viewer } = await signIn(base.world, browser, number)
    await giveConsent(browser)
    const facts = pouch()
    await record(browser, facts)
    const phone = await base.subscribe(browser)
    return {
      browser,
      number,
      personId: viewer.personId,
      courseId: facts.courses[0]?.id ?? '',
      phone,
    }
  }

  /** Sees today's medicines of the senior. */
  async function relative(
    of: Senior,
    name: string,
    relation: string,
    hasPhone = true,
  ): Promise<Relative> {
    // The database’s own today is another than that of the scene: a daughter sees every day.
    const kinds = relation === '딸' ? (['med_today', 'med'] as const) : (['med_today'] as const)
    const browser = base.world.browser()
    const { viewer } = await signIn(base.world, browser, newPhone())
    const context = await browser.context()
    await setName(context, name)
    await askByNumber(context, { number: of.number, name })
    const theirs = await of.browser.context()
    const {
      shown: [waiting],
    } = await theirs.asViewer((tx) => listWaiting(tx, of.personId))
    await acceptWaiting(theirs, waiting?.id ?? '', { relation, kinds })
    const linked = await theirs.asViewer((tx) => listRelatives(tx, of.personId))
    const linkId = linked.find((one) => one.name === name)?.linkId ?? ''
    const phone = hasPhone ? await base.subscribe(browser) : null
    return { browser, personId: viewer.personId, linkId, phone }
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
    if (!(await chooseFor(mother, [daughter, son]))) throw new Error('nothing was chosen')
    return { mother, daughter, son }
  }
  const titles = ({ phone }: { phone: TestPhone | null }) => (phone ? base.titles(phone) : [])
  const pageOf = async ({ browser, personId }: Relative) =>
    loadFamily(await browser.context(), personId)
  const newsOf = async ({ browser }: Senior) =>
    (await findFamilyNews(await browser.context()))?.ladder
  const upTo = async (...times: string[]) => {
    for (const time of times) await remindAt(time)
  }
  /** The senior's phone spoke to the server, and nothing was left on it. */
  const reach = ({ personId }: Senior, time: string) =>
    base.world.owner.query(
      `insert into gyeote.device_reach (person_id, session_id, reached_at, emptied_at)
       values ($1, gen_random_uuid(), $2, $2)`,
      [personId, seoul(time)],
    )

  const taking = async (who: Relative, stepId: string | undefined) =>
    takeOn(await who.browser.context(), stepId ?? '')
  return {
    ...base,
    ...{ at, remindAt, upTo, senior, relative, chooseFor, household },
    ...{ titlesOf: titles, pageOf, newsOf, reach, taking },
  }
}
export type LadderScene = Awaited<ReturnType<typeof openLadderScene>>
export type Household = Awaited<ReturnType<LadderScene['household']>>
