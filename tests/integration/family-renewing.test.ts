import { createRemixStub } from '@remix-run/testing'
import { createElement } from 'react'
import { renderToString } from 'react-dom/server'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { endLink } from '~/features/family/change-link.server'
import { ConsentWords } from '~/features/family/consent-words'
import { chooseHelp } from '~/features/family/helping/choose-help.server'
import { beginsInWords, helpTextVersion, roleWords } from '~/features/family/helping/help-words'
import { loadFamily } from '~/features/family/load-family.server'
import { RelativeCard } from '~/features/family/relative-card'
import { action } from '~/features/family/routes/settings'
import { consentTextVersion, kindWords } from '~/features/family/shared-kinds'
import { describeOnEachDatabase, type TestDatabase } from '../support/databases'
import { openWorld, type World } from './accounts-world'
import { becomeFamily, post, relativesOf, somebody, type Somebody } from './family-people'

const kinds = ['med_today', 'cards'] as const
/** Nearly half a year, and longer: who was away when they were asked is asked all the same. */
const ages = ['5 months 20 days', '7 months']

describeOnEachDatabase('asked again after half a year', (open) => {
  let opened: TestDatabase
  let world: World
  let senior: Somebody
  let daughter: Somebody
  let linkId: string
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
    linkId = await becomeFamily(senior, daughter, kinds)
    await chooseHelp(await senior.browser.context(), linkId, 'help', kinds)
  })

  const age = (interval: string) =>
    world.owner.query(
      `update gyeote.consents set created_at = now() - interval '${interval}' where link_id = $1`,
      [linkId],
    )
  const relative = async () => {
    const [found] = await relativesOf(senior)
    if (!found) throw new Error('nobody is linked')
    return found
  }
  const inStub = (element: JSX.Element) => {
    const Stub = createRemixStub([{ path: '/', Component: () => element }])
    // The stub is made for a browser, and React says so at every link.
    const complaints = vi.spyOn(console, 'error').mockReturnValue(undefined)
    const html = renderToString(createElement(Stub))
    complaints.mockRestore()
    return html.replaceAll('<!-- -->', '')
  }
  const cardOf = async () =>
    inStub(createElement(RelativeCard, { relative: await relative(), looks: undefined }))
  const textOf = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
  /** What the form with this button sends. */
  async function press(words: string) {
    const form = [...(await cardOf()).matchAll(/<form.*?<\/form>/g)]
      .map(([text]) => text)
      .find((text) => textOf(text).includes(words))
    if (!form) throw new Error(`no button says ${words}`)
    const named = [
      ...form.matchAll(/<(?:input|button)[^>]*\bname="([^"]*)"[^>]*\bvalue="([^"]*)"/g),
    ]
    return post(
      action,
      senior,
      named.map(([, name = '', value = '']) => [name, value] as const),
    )
  }
  const written = () =>
    world.owner.query<{ kind: string; given: boolean; text_version: string }>(
      `select distinct on (kind) kind, given, text_version from gyeote.consents
       where link_id = $1 order by kind, number desc`,
      [linkId],
    )
  const seenBy = async (who: Somebody) => {
    const [card] = (await loadFamily(await who.browser.context(), who.personId)).seniors
    return card && { medicines: card.medicines, finishedCard: card.finishedCard }
  }

  test.each(ages)(
    'after %s the yes of the card shows what was shown, and who helped goes on',
    async (old) => {
      await age(old)
      expect(await relative()).toMatchObject({ askAgain: true, lastGiven: [...kinds] })
      expect(await press('보여 줄게요')).toBe('/me/family')
      expect(await relative()).toMatchObject({ askAgain: false, kinds: [...kinds] })
      expect(await seenBy(daughter)).toEqual({ medicines: [], finishedCard: false })
      expect((await relative()).helpsFrom).not.toBeNull()
      const given = (await written()).filter((one) => one.given)
      expect(given).toEqual([
        { kind: 'cards', given: true, text_version: consentTextVersion },
        { kind: 'help', given: true, text_version: helpTextVersion },
        { kind: 'med_today', given: true, text_version: consentTextVersion },
      ])
    },
  )

  test.each(ages)(
    'after %s the no of the card shows nothing, and is not asked about again',
    async (old) => {
      await age(old)
      expect(await press('아니요')).toBe('/me/family')
      expect(await relative()).toMatchObject({ askAgain: false, kinds: [], lastGiven: [] })
      expect((await relative()).helpsFrom).toBeNull()
      expect((await written()).filter((one) => one.given)).toEqual([])
      expect(await seenBy(daughter)).toEqual({ medicines: null, finishedCard: null })
    },
  )

  test('the card says under which words, what and how much a yes gives', async () => {
    await age('7 months')
    const { name, phone, helpsFrom } = await relative()
    const text = textOf(await cardOf())
    expect(text).toContain('보이는 것: 안 보여 드려요')
    expect(text).toContain('약: 보기만')
    expect(text).toContain(textOf(inStub(createElement(ConsentWords, { name, phone }))).trim())
    for (const kind of kinds) expect(text).toContain(kindWords[kind].detail)
    expect(text).not.toContain(kindWords.med.detail)
    expect(text).toContain(roleWords(beginsInWords(helpsFrom ?? 0)).help)
  })

  test('a yes to nothing is no no, and a link that has ended is said to have', async () => {
    await age('7 months')
    const before = await written()
    const yes = [
      ['intent', 'renew'],
      ['link', linkId],
      ['preset', 'each'],
    ] as const
    expect(await post(action, senior, yes)).toBe('/me/family?not-done=no_kinds')
    expect(await post(action, senior, yes.slice(0, 2))).toBe('/me/family?not-done=no_kinds')
    expect(await written()).toEqual(before)
    await endLink(await daughter.browser.context(), linkId)
    expect(await post(action, senior, [...yes, ['kind', 'cards']])).toBe(
      '/me/family?not-done=no_link',
    )
  })
})
