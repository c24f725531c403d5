// @vitest-environment node
import { describe, expect, it } from 'vitest'
import type { answerClick } from './notification-click'
import { showPush } from './show-push'
import { anna, bodyOf, boris, phoneWithMorningDose, testWorker as worker } from './test-push'

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

  it.each<[string, Partial<Parameters<typeof answerClick>[1]>]>([
    [
      'never opens',
      { phone: { now: () => new Date(), withStore: () => new Promise(() => undefined) } },
    ],
    [
      'fails',
      { phone: { now: () => new Date(), withStore: () => Promise.reject(new Error('x')) } },
    ],
    ['has no room', { outbox: { add: () => Promise.reject(new Error('x')) } }],
    [
      'keeps it in memory alone',
      { outbox: { add: () => Promise.resolve({ status: 'waiting', id: 'x', kept: false }) } },
    ],
  ])('on 먹었어요 opens the doses where the store %s', async (_name, broken) => {
    const { click, data, opened, closed, path } = await start()
    await click('taken', data, broken)
    expect([opened, closed]).toEqual([[path], [true]])
  })

  it('stays until the answer is written down, and goes before the server has it', async () => {
    const { click, data, closed } = await start()
    let keep = () => undefined as void
    const sending = new Promise<never>(() => undefined)
    const add: Parameters<typeof answerClick>[1]['outbox']['add'] = (_command, onKept) => {
      keep = () => onKept?.(true)
      return sending
    }
    void click('taken', data, { outbox: { add } })
    await new Promise((done) => setTimeout(done, 100))
    expect(closed).toEqual([])
    keep()
    await expect.poll(() => closed).toEqual([true])
  })

  it('on 먹었어요 by a trembling finger is written down once, and opens nothing', async () => {
    const { click, data, deeds, opened } = await start()
    await Promise.all([click('taken', data), click('taken', data)])
    expect(await deeds()).toHaveLength(1)
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
