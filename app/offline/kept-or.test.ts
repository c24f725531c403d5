import * as z from 'zod/mini'
import { describe, expect, it } from 'vitest'
import { keptOrOn, type KeptPage, type Shell } from './kept-or'
import type { Phone } from './phone'
import type { KeptShape } from './store/kept-shape'
import { createTestDisk, deed } from './test-phone'

interface Page {
  personId: string | null
  text: string
}

const keptText: KeptShape<string> = { name: 'text', v: 1, schema: z.string() }
const page: KeptPage<Page> = {
  fromStore: async (store) => {
    const text = await store.read(keptText)
    return text === null ? null : { personId: store.personId, text: `kept: ${text}` }
  },
  keep: (store, { text }) => store.keep(keptText, text),
}
const impatient = { limitMs: () => 30, wasSilent: () => undefined, answered: () => undefined }

const online = {
  askWhetherEnded: () => Promise.resolve(),
  deliverSignOut: () => Promise.resolve(true),
}
const load = (phone: Phone, server: () => Promise<Page | Shell>, outbox = online) =>
  keptOrOn(phone, outbox, server, page, impatient, Date.now())
const answers = (answer: Page | Shell) => () => Promise.resolve(answer)
const fails = (failure: unknown) => () => Promise.reject(failure)
const offline = fails(new TypeError('Failed to fetch'))
const anna = { personId: 'anna', text: 'hello' }

async function visited(): Promise<Phone> {
  const phone = createTestDisk().open()
  await load(phone, answers(anna))
  await settled(phone, 'hello')
  return phone
}

async function settled(phone: Phone, text: string | null) {
  await expect.poll(async () => (await phone.openStore()).read(keptText)).toBe(text)
}

describe('a page that is kept', () => {
  it('is the server’s, and a copy stays for whoever it belongs to', async () => {
    const phone = createTestDisk().open()
    expect(await load(phone, answers(anna))).toEqual(anna)
    await settled(phone, 'hello')
    expect(await phone.currentPerson()).toBe('anna')
  })

  it('says when the copy is there, for whoever looked too early', async () => {
    const phone = createTestDisk().open()
    const found: (string | null)[] = []
    phone.channel.listen(({ kind }) => {
      if (kind === 'kept')
        void phone.openStore().then(async (store) => found.push(await store.read(keptText)))
    })
    await load(phone, answers(anna))
    await expect.poll(() => found).toEqual(['hello'])
  })

  it.each([
    ['there is no network', offline],
    ['the document is a shell', answers({ shell: true })],
    ['the server is ill', fails({ status: 503, data: '' })],
    ['somebody else answered', fails(new Error('Unable to decode turbo-stream response'))],
    ['the server is silent', () => new Promise<Page>(() => undefined)],
  ])('comes from the phone when %s', async (_name, server) => {
    expect(await load(await visited(), server)).toEqual({ personId: 'anna', text: 'kept: hello' })
  })

  it('is not lost when the phone becomes somebody’s while it is read', async () => {
    const phone = createTestDisk().open()
    await load(phone, answers({ personId: null, text: 'hello' }))
    await settled(phone, 'hello')
    const shown = await keptOrOn(
      phone,
      online,
      offline,
      {
        async fromStore(store) {
          if (store.personId === null) await phone.becomePerson('anna')
          return page.fromStore(store)
        },
      },
      impatient,
      Date.now(),
    )
    expect(shown).toEqual({ personId: 'anna', text: 'kept: hello' })
  })

  it('is kept also when the answer came too late to be shown', async () => {
    const phone = await visited()
    let answer = (_page: Page) => undefined as void
    const late = new Promise<Page>((resolve) => {
      answer = resolve
    })
    expect(await load(phone, () => late)).toEqual({ personId: 'anna', text: 'kept: hello' })
    answer({ ...anna, text: 'late' })
    await settled(phone, 'late')
  })

  it('that was asked for before somebody left does not bring them back', async () => {
    const phone = await visited()
    let answer = (_page: Page) => undefined as void
    const late = new Promise<Page>((resolve) => {
      answer = resolve
    })
    await load(phone, () => late)
    await phone.leavePerson({ keepOutbox: false, serverKnows: true })
    answer({ ...anna, text: 'late' })
    await new Promise((done) => setTimeout(done, 100))
    expect(await phone.currentPerson()).toBeNull()
    await load(phone, answers(anna))
    await settled(phone, 'hello')
  })

  it('is kept with the time of asking, and makes deeds that were sent a month before forgotten', async () => {
    const phone = await visited()
    const { outbox } = await phone.openStore()
    const asked: number[] = []
    const visit = (askedMs: number) =>
      keptOrOn(
        phone,
        online,
        answers(anna),
        { ...page, keep: (_store, _page, at) => Promise.resolve(asked.push(at)) },
        impatient,
        askedMs,
      )
    await outbox.add({ ...deed('a'), id: 'a', person: 'anna', occurredAt: '' })
    await outbox.add({ ...deed('b'), id: 'b', person: 'anna', occurredAt: '' })
    const hour = 60 * 60_000
    await outbox.markSent(['a'], Date.now() - 2 * hour)
    const news: string[] = []
    phone.channel.listen(({ kind }) => kind === 'outbox' && news.push(kind))
    const left = async () => (await outbox.list()).map(({ id }) => id)
    await visit(Date.now())
    await expect.poll(() => asked).toHaveLength(1)
    expect(await left()).toEqual(['a', 'b'])
    expect(news).toEqual([])
    await visit(Date.now() + (30 * 24 - 1) * hour)
    await expect.poll(left).toEqual(['b'])
    await expect.poll(() => news).toEqual(['outbox'])
    expect(asked[1]).toBeGreaterThan((asked[0] ?? 0) + 29 * 24 * hour)
  })

  it('waits for a slow server when the phone has nothing', async () => {
    const slow = () =>
      new Promise<Page>((resolve) => {
        setTimeout(() => resolve(anna), 80)
      })
    expect(await load(createTestDisk().open(), slow)).toEqual(anna)
  })

  it('does not hide what the server itself decided', async () => {
    const redirect = new Response(null, { status: 302 })
    const notFound = { status: 404, data: { code: 'unknown_card' } }
    await expect(load(await visited(), fails(redirect))).rejects.toBe(redirect)
    await expect(load(await visited(), fails(notFound))).rejects.toBe(notFound)
  })

  it('says that there is no network when the phone has nothing either', async () => {
    const phone = createTestDisk().open()
    await expect(load(phone, offline)).rejects.toMatchObject({ status: 503 })
    await expect(load(phone, answers({ shell: true }))).rejects.toMatchObject({ status: 503 })
  })

  it('asks whether the phone was ended when the server answers as to a visitor, and never else', async () => {
    const phone = await visited()
    const asked: string[] = []
    const outbox = { ...online, askWhetherEnded: () => Promise.resolve(void asked.push('asked')) }
    await load(phone, answers(anna), outbox)
    await expect(load(phone, offline, outbox)).resolves.toMatchObject({ personId: 'anna' })
    await load(phone, answers({ shell: true }), outbox)
    expect(asked).toEqual([])
    await load(phone, answers({ personId: null, text: 'for everybody' }), outbox)
    await expect.poll(() => asked).toEqual(['asked'])
  })

  it('does not mix a visitor’s page into what is kept for a person whose session ended', async () => {
    const phone = await visited()
    const visitors = { personId: null, text: 'for everybody' }
    expect(await load(phone, answers(visitors))).toEqual(visitors)
    expect(await load(phone, offline)).toEqual({ personId: 'anna', text: 'kept: hello' })
  })

  it('changes with the person, and shows nothing of the one before', async () => {
    const phone = await visited()
    await load(phone, answers({ personId: 'bert', text: 'bert' }))
    await expect.poll(() => phone.currentPerson()).toBe('bert')
    await settled(phone, 'bert')
    await phone.becomePerson('anna')
    await expect(load(phone, offline)).rejects.toMatchObject({ status: 503 })
  })
})

describe('after signing out without a network', () => {
  async function left(): Promise<Phone> {
    const phone = await visited()
    await phone.leavePerson({ keepOutbox: false, serverKnows: false })
    return phone
  }

  it('asks the server for nothing before it knows', async () => {
    let asked = 0
    const server = () => {
      asked += 1
      return Promise.resolve(anna)
    }
    const undelivered = {
      askWhetherEnded: () => Promise.resolve(),
      deliverSignOut: () => Promise.resolve(false),
    }
    await expect(load(await left(), server, undelivered)).rejects.toMatchObject({ status: 503 })
    expect(asked).toBe(0)
  })

  it('does not show or keep a document that was still rendered for the one who left', async () => {
    const phone = await left()
    await expect(load(phone, answers(anna))).rejects.toMatchObject({ status: 302 })
    expect(await phone.currentPerson()).toBeNull()
  })
})
