// @vitest-environment node
import { v7 as uuidv7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { endedPush } from '~/features/account/phones/ended-push'
import { keptArrival } from '~/features/reminders/notification/kept-arrival'
import { testOutbox } from '~/offline/test-phone'
import type { Phone } from '~/offline/phone'
import { answerClick } from './notification-click'
import { createReceipts } from './receipts'
import { showPush } from './show-push'
import { anna, bodyOf, boris, origin, phoneWithMorningDose } from './test-push'

type Shown = NotificationOptions & Record<string, unknown> & { title: string }

/** The worker's surroundings; the server takes everything, unless it is another. */
function worker(phone: Phone, server?: typeof fetch) {
  const shown: Shown[] = []
  const told: string[] = []
  const askWhetherEnded = () => Promise.resolve()
  const takesAll = ((path: string, init: RequestInit) => {
    told.push(`${path} ${String(init.body)}`)
    return Promise.resolve(new Response(null, { status: 204 }))
  }) as typeof fetch
  const opened: string[] = []
  const deaf = (() => Promise.reject(new TypeError('Failed to fetch'))) as typeof fetch
  const outbox = testOutbox(phone, deaf)
  const parts = {
    phone,
    askWhetherEnded,
    receipts: createReceipts({
      phone,
      fetch: server ?? takesAll,
      askWhetherEnded,
      askForSync: () => undefined,
    }),
    registration: {
      showNotification: (title: string, options: NotificationOptions) => {
        shown.push({ title, ...options })
        return Promise.resolve()
      },
    },
  }
  const click = (action: string, data: unknown) => {
    const notification = { data, close: () => undefined }
    const open = (path: string) => Promise.resolve(void opened.push(path))
    return answerClick({ action, notification }, { phone, outbox, open, newId: uuidv7 })
  }
  const deeds = async () =>
    (await (await phone.openStore()).outbox.list()).map(({ command }) => command?.payload)
  return { parts, shown, told, opened, click, deeds }
}

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

describe('a tap on a notification', () => {
  const start = async (person = anna) => {
    const given = await phoneWithMorningDose(person)
    const own = worker(given.phone)
    return {
      ...given,
      ...own,
      data: { ...given.about, personId: anna, receipt: 'r', path: given.path },
    }
  }

  it('on 먹었어요 is written down as on the card, and opens nothing', async () => {
    const { click, data, deeds, opened, doseKey } = await start()
    await click('taken', data)
    expect(await deeds()).toMatchObject([{ answers: [{ doseKey, kind: 'taken' }] }])
    expect(opened).toEqual([])
  })

  it('on 나중에 is written down', async () => {
    const { click, data, deeds, opened } = await start()
    await click('later', data)
    expect(await deeds()).toMatchObject([
      { snoozes: [{ untilWall: expect.any(Number) as number }] },
    ])
    expect(opened).toEqual([])
  })

  it('on 먹었어요 a second time opens the doses and writes nothing more', async () => {
    const { click, data, deeds, opened, path } = await start()
    await click('taken', data)
    await click('taken', data)
    expect(await deeds()).toHaveLength(1)
    expect(opened).toEqual([path])
  })

  it('elsewhere opens exactly those doses', async () => {
    const { click, data, deeds, opened, path } = await start()
    await click('', data)
    expect([await deeds(), opened]).toEqual([[], [path]])
  })

  it('on what was meant for somebody else, or is not ours, answers nothing and opens 오늘', async () => {
    const other = await start(boris)
    await other.click('taken', other.data)
    await other.click('taken', { path: '//evil.test', kind: 'dose' })
    expect([await other.deeds(), other.opened]).toEqual([[], ['/', '/']])
  })
})

describe('before the family is told', () => {
  const warningOf = ({ day, slot }: { day: string; slot: string }) =>
    ({ kind: 'warning', day, slot }) as const

  it('the senior may answer or have nobody told, also without a network', async () => {
    const { phone, about, doseKey } = await phoneWithMorningDose()
    const { parts, shown, click, deeds } = worker(phone)
    await showPush(bodyOf(warningOf(about)), parts)
    expect(shown[0]?.actions).toEqual([
      { action: 'taken', title: '먹었어요' },
      { action: 'stop', title: '알리지 마세요' },
    ])
    await click('stop', shown[0]?.data)
    expect(await deeds()).toEqual([{ day: about.day, slot: 'morning' }])
    await click('taken', shown[0]?.data)
    expect(await deeds()).toMatchObject([{}, { answers: [{ doseKey, kind: 'taken' }] }])
  })

  it('a tap elsewhere opens the day, and a relative’s one their family', async () => {
    const { phone, about } = await phoneWithMorningDose()
    const { parts, shown, click, opened } = worker(phone)
    await showPush(bodyOf(warningOf(about)), parts)
    await showPush(bodyOf({ kind: 'ladder' }), parts)
    expect(shown[1]).toMatchObject({ actions: [], requireInteraction: true })
    for (const { data } of shown) await click('', data)
    expect(opened).toEqual(['/', '/family'])
  })

  it('what is answered on this phone already warns of nothing', async () => {
    const { phone, about } = await phoneWithMorningDose()
    const { parts, shown, click } = worker(phone)
    await showPush(bodyOf(about), parts)
    await click('taken', shown[0]?.data)
    await showPush(bodyOf(warningOf(about)), parts)
    expect(shown[1]).toMatchObject({ body: '이미 답하셨어요.', silent: true })
  })
})
