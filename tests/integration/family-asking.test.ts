import { afterAll, beforeAll, expect, test } from 'vitest'
import { refuseWaiting } from '~/features/family/answer-waiting.server'
import { joinInvite, openInvite } from '~/features/family/invite.server'
import { askByNumber, takeBackRequest } from '~/features/family/ask-by-number.server'
import { forgetAsking } from '~/features/family/forget-asking.server'
import { findWaiting, listWaiting, mostShown } from '~/features/family/list-waiting.server'
import { loadFamily } from '~/features/family/load-family.server'
import { formatPhone } from '~/platform/accounts/phone'
import { rateLimits } from '~/platform/http/rate-limits.server'
import { describeOnEachDatabase, type TestDatabase } from '../support/databases'
import { newPhone, openWorld, type World } from './accounts-world'
import { findFamilyNews } from './family-news'
import { somebody as somebodyIn, type Somebody } from './family-people'

describeOnEachDatabase('asking by number', (open) => {
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

  const somebody = () => somebodyIn(world)
  const listAllWaiting = async ({ browser, personId }: Somebody) =>
    (await browser.context()).asViewer((tx) => listWaiting(tx, personId))
  const waitingFor = async (senior: Somebody) => (await listAllWaiting(senior)).shown
  const pageOf = async ({ browser, personId }: Somebody) =>
    loadFamily(await browser.context(), personId)
  const ask = async (who: Somebody, number: string) =>
    askByNumber(await who.browser.context(), { number, name: '김미영' })

  test('known, unknown, refused and blocked numbers are answered alike', async () => {
    const [senior, daughter] = [await somebody(), await somebody()]
    const strange = newPhone()
    const asked = [await ask(daughter, senior.phone), await ask(daughter, strange)]
    const [waiting] = await waitingFor(senior)
    await refuseWaiting(await senior.browser.context(), waiting?.id ?? '', { block: true })
    expect(await waitingFor(senior)).toEqual([])
    asked.push(await ask(daughter, senior.phone))
    expect(asked).toEqual([{ asked: true }, { asked: true }, { asked: true }])
    const { requests } = await pageOf(daughter)
    expect(requests.map(({ end }) => end).sort()).toEqual(
      [senior.phone.slice(-4), strange.slice(-4)].sort(),
    )
    expect(await waitingFor(senior)).toEqual([])
  })

  test('no crowd shuts a daughter out: the newest are shown, and those before follow', async () => {
    const [senior, daughter] = [await somebody(), await somebody()]
    const number = `+82105${String(Date.now()).slice(-7)}`
    expect(await ask(daughter, senior.phone)).toEqual({ asked: true })
    const [hers] = await waitingFor(senior)
    const strangers = []
    for (let i = 0; i < mostShown + 1; i++) strangers.push(await somebody())
    for (const stranger of strangers) await ask(stranger, senior.phone)
    const phones = async () => (await waitingFor(senior)).map(({ phone }) => phone)
    const newest = strangers.map(({ phone }) => formatPhone(phone)).reverse()
    expect(await phones()).toEqual(newest.slice(0, mostShown))
    expect((await listAllWaiting(senior)).more).toBe(true)
    expect(await findFamilyNews(await senior.browser.context())).toMatchObject({
      waiting: mostShown,
    })
    // What was opened before they came can still be answered.
    const context = await senior.browser.context()
    const found = await context.asViewer((tx) => findWaiting(tx, senior.personId, hers?.id ?? ''))
    expect(found).toMatchObject({ ...hers, linked: null })

    // Asking again puts hers on top, in her own list as for a number that nobody has.
    await ask(daughter, number)
    await ask(daughter, senior.phone)
    expect(await phones()).toEqual([formatPhone(daughter.phone), ...newest.slice(0, mostShown - 1)])
    expect((await pageOf(daughter)).requests.map(({ end }) => end)).toEqual([
      senior.phone.slice(-4),
      number.slice(-4),
    ])
    // Every no makes room for those before.
    for (const { id, phone } of await waitingFor(senior))
      if (phone !== formatPhone(daughter.phone))
        await refuseWaiting(await senior.browser.context(), id, { block: false })
    expect(await phones()).toEqual([formatPhone(daughter.phone), ...newest.slice(mostShown - 1)])
    expect((await listAllWaiting(senior)).more).toBe(false)
  })

  test('who stops asking is gone from both lists, and asking anew brings it back unless it was refused', async () => {
    const [senior, daughter, son] = [await somebody(), await somebody(), await somebody()]
    await ask(daughter, senior.phone)
    await ask(son, senior.phone)
    const refused = (await waitingFor(senior)).find(({ phone }) => phone === formatPhone(son.phone))
    await refuseWaiting(await senior.browser.context(), refused?.id ?? '', { block: false })
    for (const one of [daughter, son]) {
      const [own] = (await pageOf(one)).requests
      await takeBackRequest(await one.browser.context(), own?.id ?? '')
      expect((await pageOf(one)).requests).toEqual([])
    }
    expect(await waitingFor(senior)).toEqual([])
    for (const one of [daughter, son]) {
      await ask(one, senior.phone)
      expect((await pageOf(one)).requests).toMatchObject([{ end: senior.phone.slice(-4) }])
    }
    expect((await waitingFor(senior)).map(({ phone }) => phone)).toEqual([
      formatPhone(daughter.phone),
    ])
  })

  test('whoever asks too often is stopped, and nobody asks themselves', async () => {
    const daughter = await somebody()
    expect(await ask(daughter, daughter.phone)).toMatchObject({ asked: false })
    expect(await ask(daughter, '0101234')).toMatchObject({ asked: false })
    const answers = []
    for (let i = 0; i <= rateLimits.familyAskPerPerson.points; i++)
      answers.push((await ask(daughter, newPhone())).asked)
    expect(answers.filter((asked) => asked)).toHaveLength(rateLimits.familyAskPerPerson.points)
    expect(answers.at(-1)).toBe(false)
  })

  test('a flood from one address is stopped in other words, and nobody elsewhere with it', async () => {
    const daughter = await somebody()
    const from = async (clientAddress: string) => ({
      ...(await daughter.browser.context()),
      clientAddress,
    })
    const askFrom = async (address: string) =>
      askByNumber(await from(address), { number: newPhone(), name: '김미영' })
    const { familyAskPerPerson, familyAskPerAddress, familyJoinPerAddress } = rateLimits
    // All phones of a carrier may come from one address.
    expect(familyAskPerAddress.points).toBeGreaterThanOrEqual(200 * familyAskPerPerson.points)
    for (let i = 0; i < familyAskPerAddress.points; i++)
      await world.parts.limits.take('familyAskPerAddress', '198.51.100.1')
    expect(await askFrom('198.51.100.1')).toEqual({
      asked: false,
      message: expect.stringMatching(/^지금 쓰시는 인터넷에서/) as string,
    })
    expect(await askFrom('198.51.100.2')).toEqual({ asked: true })

    const join = async (address: string) =>
      joinInvite(await from(address), { secret: 'x'.repeat(43), name: '김미영' })
    for (let i = 0; i < familyJoinPerAddress.points; i++)
      await world.parts.limits.take('familyJoinPerAddress', '198.51.100.1')
    await expect(join('198.51.100.1')).rejects.toMatchObject({ status: 429 })
    expect(await join('198.51.100.2')).toBe(false)
  })

  test('whoever opens codes without end is stopped', async () => {
    const senior = await somebody()
    const open = async () => openInvite(await senior.browser.context(), 'https://gyeote.example')
    for (let i = 0; i < rateLimits.familyInvitePerPerson.points; i++)
      expect((await open()).path).not.toBe('')
    await expect(open()).rejects.toMatchObject({ status: 429 })
  })

  test('what nobody answered goes after 14 days', async () => {
    const [senior, daughter] = [await somebody(), await somebody()]
    await ask(daughter, senior.phone)
    const at = new Date(Date.now() + 15 * 24 * 60 * 60_000)
    await forgetAsking({ ...world.parts, clock: { now: () => at } })
    expect(await waitingFor(senior)).toEqual([])
    expect((await pageOf(daughter)).requests).toEqual([])
  })
})
