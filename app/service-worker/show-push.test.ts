// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { endedPush } from '~/features/account/phones/ended-push'
import { keptArrival } from '~/features/reminders/notification/kept-arrival'
import { createTestDisk, deed, testOutbox } from '~/offline/test-phone'
import { answerPush, showPush } from './show-push'
import {
  anna,
  bodyOf,
  boris,
  origin,
  phoneWithMorningDose,
  testWorker as worker,
} from './test-push'

describe('a push', () => {
  it('is shown with its buttons, told to the server, and remembered on the phone', async () => {
    const { phone, about, path } = await phoneWithMorningDose()
    const { parts, shown, told } = worker(phone)
    const heard: unknown[] = []
    phone.channel.listen((news) => heard.push(news))
    await showPush(bodyOf(about), parts)
    expect(shown).toMatchObject([
      {
        title: '아침 약 시간이에요',
        body: '곁에에서 확인하세요.',
        tag: 'a-topic',
        silent: false,
        renotify: true,
        vibrate: [300, 150, 300],
        requireInteraction: true,
        actions: [
          { action: 'taken', title: '먹었어요' },
          { action: 'later', title: '나중에' },
        ],
        data: { ...about, personId: anna, path },
      },
    ])
    expect(told).toEqual(['/reminders/receipts {"receipt":"a-receipt","agoMs":0}'])
    expect(await (await phone.openStore()).read(keptArrival, 'last')).toEqual({
      at: phone.now().getTime(),
      kind: 'dose',
    })
    expect(heard).toEqual([{ kind: 'push', about: 'dose' }])
  })

  it('about a senior’s alert is shown without buttons, and a tap opens the family', async () => {
    const { phone } = await phoneWithMorningDose()
    const { parts, shown, opened, click } = worker(phone)
    await showPush(bodyOf({ kind: 'family' }), parts)
    expect(shown).toMatchObject([{ requireInteraction: true, silent: false, actions: [] }])
    await click('', shown[0]?.data)
    expect(opened).toEqual(['/family'])
    expect(await (await phone.openStore()).read(keptArrival, 'last')).toMatchObject({
      kind: 'family',
    })
  })

  it.each([
    ['empty', null],
    ['no JSON', 'hello'],
    ['of another shape', '{"web_push":8030}'],
    ['that leads nowhere', bodyOf({ kind: 'card' }).replaceAll(`${origin}/`, 'card')],
    ['that leads elsewhere', bodyOf({ kind: 'card' }).replaceAll(`${origin}/`, `${origin}//evil/`)],
  ])('%s is shown in general words, silently', async (_name, body) => {
    const { phone } = await phoneWithMorningDose()
    const { parts, shown, told } = worker(phone)
    await showPush(body, parts)
    expect(shown).toMatchObject([{ title: '곁에 소식이 있어요', silent: true }])
    expect(told).toEqual([])
  })

  it('that the phone was ended erases nothing by itself, and says so only once it has been', async () => {
    const { phone } = await phoneWithMorningDose()
    const { parts, shown, told } = worker(phone)
    const push = endedPush(origin)
    await showPush(push, parts)
    expect(shown).toMatchObject([{ title: '곁에 소식이 있어요' }])
    expect(await phone.currentPerson()).toBe(anna)
    const erase = () => phone.leaveEnded({ person: anna, as: 'lost', lost: 0 })
    await showPush(push, { ...parts, askWhetherEnded: erase })
    expect(shown[1]).toMatchObject({ title: '이 휴대폰에서 로그아웃됐어요', tag: 'gyeote-ended' })
    expect(told).toEqual([])
  })

  it('leads to the same path here, whatever the server calls its own address', async () => {
    const { phone, about, path } = await phoneWithMorningDose()
    const { parts, shown } = worker(phone)
    await showPush(bodyOf(about).replaceAll(origin, 'https://www.gyeote.example'), parts)
    expect(shown).toMatchObject([{ title: '아침 약 시간이에요', data: { path } }])
  })

  it('for somebody who had the phone before says nothing of itself', async () => {
    for (const person of [boris, null]) {
      const { phone, about } = await phoneWithMorningDose(person)
      const { parts, shown, told } = worker(phone)
      await showPush(bodyOf(about), parts)
      expect(shown).toMatchObject([{ title: '곁에 소식이 있어요' }])
      expect(JSON.stringify(shown)).not.toContain(anna)
      expect(told).toEqual([])
    }
  })

  it.each([
    ['never answers', () => new Promise<never>(() => undefined)],
    ['fails', () => Promise.reject(new DOMException('broken', 'UnknownError'))],
  ])(
    'rings on a phone whose store %s, names no medicine, and is told',
    async (_name, withStore) => {
      const { phone, about } = await phoneWithMorningDose()
      const { parts, shown, told } = worker(phone)
      const named = bodyOf(about).replace('곁에에서 확인하세요.', '혈압약')
      await showPush(named, { ...parts, phone: { ...phone, withStore } })
      expect(shown).toMatchObject([
        { title: '아침 약 시간이에요', body: '곁에를 열어 보세요.', silent: false, tag: 'a-topic' },
      ])
      expect(told).toHaveLength(1)
    },
  )

  it('rings on a phone that cannot read whose it is', async () => {
    const { phone, about } = await phoneWithMorningDose()
    const broken = createTestDisk()
    broken.indexedDB.open = () => {
      throw new DOMException('no room', 'UnknownError')
    }
    const unreadable = broken.open({ now: () => phone.now().getTime() })
    const { parts, shown } = worker(unreadable)
    await showPush(bodyOf(about), parts)
    expect(shown).toMatchObject([{ title: '아침 약 시간이에요', silent: false }])
  })

  it('brings what was done without a network to the server', async () => {
    const { phone, about } = await phoneWithMorningDose()
    const { parts, shown } = worker(phone)
    const sent: string[] = []
    let hasNetwork = false
    const outbox = testOutbox(phone, ((_path: string, init: RequestInit) => {
      if (!hasNetwork) return Promise.reject(new TypeError('Failed to fetch'))
      sent.push(String(init.body))
      return Promise.resolve(new Response('{}', { status: 500 }))
    }) as typeof fetch)
    await outbox.add(deed('card-1'))
    expect(sent).toEqual([])
    hasNetwork = true
    await answerPush(bodyOf(about), { ...parts, outbox })
    expect(shown).toHaveLength(1)
    expect(sent.join()).toContain('card-1')
  })

  it('about doses that were answered here without a network asks nothing and makes no sound', async () => {
    const { phone, about } = await phoneWithMorningDose()
    const { parts, shown, click } = worker(phone)
    await showPush(bodyOf(about), parts)
    await click('taken', shown[0]?.data)
    await showPush(bodyOf(about), parts)
    expect(shown[1]).toMatchObject({ tag: 'a-topic', silent: true, body: '이미 답하셨어요.' })
    expect(shown[1]?.actions).toBeUndefined()
  })

  it('is shown also where the server does not hear of it', async () => {
    const { phone, about } = await phoneWithMorningDose()
    const failing = (() => Promise.reject(new TypeError('Failed to fetch'))) as typeof fetch
    const { parts, shown } = worker(phone, failing)
    await showPush(bodyOf(about), parts)
    expect(shown).toHaveLength(1)
  })
})
