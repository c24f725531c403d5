import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { CommandHandlers } from '~/commands/apply-command.server'
import { applyNow } from '~/commands/apply-now.server'
import { catalogHandlers } from '~/commands/catalog.server'
import { receiveOutbox } from '~/commands/receive-outbox.server'
import type { OutboxAnswer } from '~/offline/outbox/wire'
import { createTestDisk, deed, testOutbox, waitingCards } from '~/offline/test-phone'
import { describeOnEachDatabase, type TestDatabase } from '../support/databases'
import { newPhone, openWorld, signIn, type Browser, type World } from './accounts-world'
import { cards, commandsAt } from './outbox-commands'

describeOnEachDatabase('the outbox', (open) => {
  let opened: TestDatabase
  let world: World
  let browser: Browser

  beforeAll(async () => {
    opened = await open()
    world = await openWorld(opened, 'in this process')
    await sql`select gyeote.load_cards(${JSON.stringify(cards)}::jsonb)`.execute(
      world.parts.db.root,
    )
  })
  afterAll(async () => {
    await world.close()
    await opened.close()
  })
  beforeEach(() => {
    browser = world.browser()
  })

  const { command, finish } = commandsAt(() => world.parts.clock.now())

  async function post(
    commands: unknown[],
    more: { from?: Browser; handlers?: CommandHandlers; leave?: string } = {},
  ) {
    const context = await (more.from ?? browser).context()
    const deviceId = crypto.randomUUID()
    const body = { v: 1, deviceId, build: 'test', commands, leave: more.leave }
    return receiveOutbox(context, more.handlers ?? catalogHandlers, JSON.stringify(body))
  }
  async function send(commands: unknown[], more: Parameters<typeof post>[1] = {}) {
    const response = await post(commands, more)
    expect(response.status).toBe(200)
    return (await response.json()) as OutboxAnswer
  }
  const statuses = (answer: OutboxAnswer) => answer.results.map(({ status }) => status)
  const pointsOf = async (personId: string | null) => {
    const rows = await world.owner.query<{ points: number }>(
      'select points from gyeote.points_ledger where person_id = $1',
      [personId],
    )
    return rows.reduce((sum, row) => sum + row.points, 0)
  }

  test('the first contact begins an anonymous session, and everything counts for it', async () => {
    const answer = await send([finish('first'), finish('second')])
    expect(statuses(answer)).toEqual(['accepted', 'accepted'])
    expect(answer.results[0]?.result).toEqual({ correct: true, points: 10 })
    expect(answer.person).toBe((await browser.ask()).viewer?.personId)
    expect(await pointsOf(answer.person)).toBe(20)
    expect(Date.parse(answer.serverTime)).toBe(world.parts.clock.now().getTime())
  })

  test('an empty batch begins nothing', async () => {
    expect((await send([])).person).toBeNull()
    expect(browser.jar.size).toBe(0)
  })

  test('a command counts once, in whatever batches and however often it comes', async () => {
    const all = [finish('first'), finish('second'), finish('first'), finish('third')]
    const { person } = await send(all.slice(0, 2))
    expect(statuses(await send(all))).toEqual(['duplicate', 'duplicate', 'accepted', 'accepted'])
    const again = await send([...all].reverse())
    expect(new Set(statuses(again))).toEqual(new Set(['duplicate']))
    expect(again.results.at(-1)?.result).toEqual({ correct: true, points: 10 })
    expect(await pointsOf(person)).toBe(30)
  })

  test('the same id sent by two phones at the same moment counts once', async () => {
    const { person } = await send([finish('second')])
    const one = finish('third')
    const answers = await Promise.all([send([one]), send([one]), send([one])])
    expect(answers.flatMap(statuses).sort()).toEqual(['accepted', 'duplicate', 'duplicate'])
    expect(await pointsOf(person)).toBe(20)
  })

  test('a stranger’s command of the same id hides nothing', async () => {
    const one = finish('first')
    await send([one])
    const answer = await send([one], { from: world.browser() })
    expect(statuses(answer)).toEqual(['accepted'])
  })

  test('a session that ended answers 401 in JSON and begins no other', async () => {
    const response = await post([finish('first', { person: crypto.randomUUID() })])
    expect(response.status).toBe(401)
    expect(await response.json()).toEqual({ v: 1, error: 'no_session' })
    expect(browser.jar.size).toBe(0)
  })

  test('what somebody else did is never done as this person', async () => {
    const { person } = await send([finish('first')])
    const answer = await send([finish('second', { person: crypto.randomUUID() }), finish('third')])
    expect(answer.results).toMatchObject([
      { status: 'refused', reason: 'other_person' },
      { status: 'accepted' },
    ])
    expect(await pointsOf(person)).toBe(20)
  })

  test('commands of an adopted anonymous account stay valid, and count once', async () => {
    const phone = newPhone()
    const known = world.browser()
    await signIn(world, known, phone)
    const before = finish('first')
    const { person: anonymous } = await send([before])
    const { viewer, joined } = await signIn(world, browser, phone)
    expect(joined).toBe('adopted')
    const answer = await send([
      { ...before, person: anonymous },
      finish('second', { person: anonymous }),
    ])
    expect(statuses(answer)).toEqual(['duplicate', 'accepted'])
    expect(answer.person).toBe(viewer.personId)
    expect(await pointsOf(viewer.personId)).toBe(20)
  })

  test('a payload that does not fit, or no such card, is refused, and stops nothing', async () => {
    const answer = await send([
      command({ payload: { cardId: 'first', answer: 9 } }),
      finish('no-such-card'),
      { ...finish('second'), occurredAt: 'yesterday' },
      finish('third'),
    ])
    expect(answer.results).toMatchObject([
      { status: 'refused', reason: 'bad_payload' },
      { status: 'refused', reason: 'unknown_card' },
      { status: 'refused', reason: 'bad_payload' },
      { status: 'accepted' },
    ])
  })

  test('a refused command may be accepted later under the same id', async () => {
    const refusing: CommandHandlers = {
      ...catalogHandlers,
      handlers: {
        ...catalogHandlers.handlers,
        choose_track: async (tx, personId, input, meta) => {
          await catalogHandlers.handlers.choose_track(tx, personId, input, meta)
          return { status: 'refused', reason: 'unknown_card' }
        },
      },
    }
    const one = command({ type: 'choose_track', payload: { track: 'ai-basics' } })
    const { person, results } = await send([one], { handlers: refusing })
    expect(results).toMatchObject([{ status: 'refused', reason: 'unknown_card' }])
    const track = () => world.owner.query('select track from gyeote.people where id = $1', [person])
    expect(await track()).toEqual([{ track: 'smartphone-basics' }])
    expect(statuses(await send([one]))).toEqual(['accepted'])
    expect(await track()).toEqual([{ track: 'ai-basics' }])
  })

  test('what the server does not know yet waits, with the rest of its kind', async () => {
    const newer = [
      command({ type: 'complete_card', typeV: 99 }),
      command({ type: 'record_dose' }),
      command({ type: 'set_name', payload: { name: '김순자' } }),
    ]
    expect(statuses(await send(newer))).toEqual(['retry', 'retry', 'accepted'])
  })

  test('a database that fails holds back that command and the rest of its aggregate only', async () => {
    let failing = true
    const handlers: CommandHandlers = {
      ...catalogHandlers,
      handlers: {
        ...catalogHandlers.handlers,
        complete_card: async (tx, personId, input, meta) => {
          const outcome = await catalogHandlers.handlers.complete_card(tx, personId, input, meta)
          if (failing && input.cardId === 'first') throw new Error('the connection was lost')
          return outcome
        },
      },
    }
    const review = command({
      type: 'answer_review',
      payload: { cardId: 'first', answer: 0, answeredOn: '2026-11-24' },
    })
    const batch = [finish('first'), review, finish('second')]
    const first = await send(batch, { handlers })
    expect(statuses(first)).toEqual(['retry', 'retry', 'accepted'])
    expect(await pointsOf(first.person)).toBe(10)
    failing = false
    expect(statuses(await send(batch, { handlers }))).toEqual(['accepted', 'accepted', 'duplicate'])
    expect(await pointsOf(first.person)).toBe(20)
  })

  test('a time in the future is clamped to now, and what was claimed is kept', async () => {
    const claimed = '2031-01-01T00:00:00.000Z'
    const one = finish('first', { occurredAt: claimed })
    const { person } = await send([one])
    const [row] = await world.owner.query<{ occurred_at: Date }>(
      'select occurred_at from gyeote.card_completions where person_id = $1',
      [person],
    )
    expect(new Date(String(row?.occurred_at)).getTime()).toBeCloseTo(
      world.parts.clock.now().getTime(),
      -4,
    )
    const [applied] = await world.owner.query<{ outcome: { claimedAt: string } }>(
      'select outcome from gyeote.applied_commands where command_id = $1',
      [one.id],
    )
    expect(applied?.outcome.claimedAt).toBe(claimed)
  })

  test('bodies beyond the contract are refused as a whole', async () => {
    const tooMany = Array.from({ length: 101 }, () => finish('first'))
    expect((await post(tooMany)).status).toBe(400)
    const tooLarge = await post([finish('x'.repeat(300_000))])
    expect(tooLarge.status).toBe(413)
    expect(await tooLarge.json()).toEqual({ v: 1, error: 'too_large' })
    expect((await receiveOutbox(await browser.context(), catalogHandlers, '{')).status).toBe(400)
  })

  test('a page with a network takes the same path', async () => {
    const id = crypto.randomUUID()
    const deedNow = {
      id,
      type: 'complete_card',
      payload: { cardId: 'first', answer: 1, completedOn: '2026-11-24' },
    } as const
    const context = await browser.context()
    expect(await applyNow(context, deedNow)).toMatchObject({ status: 'accepted' })
    expect(await applyNow(await browser.context(), deedNow)).toEqual({
      status: 'duplicate',
      result: { correct: false, points: 10 },
    })
    const answer = await send([finish('first', { id })])
    expect(statuses(answer)).toEqual(['duplicate'])
  })

  test('somebody who signed out without a network is signed out, and nobody else', async () => {
    const { person } = await send([finish('first')])
    await send([], { leave: crypto.randomUUID() })
    expect((await browser.ask()).viewer?.personId).toBe(person)
    const answer = await send([], { leave: String(person) })
    expect(answer.person).toBeNull()
    expect((await browser.ask()).viewer).toBeNull()
  })

  test('a phone brings what it did without a network to the server, once, whatever is lost', async () => {
    const disk = createTestDisk()
    let answers = 0
    const fetcher: typeof fetch = async (_url, init) => {
      const response = await receiveOutbox(
        await browser.context(),
        catalogHandlers,
        String(init?.body),
      )
      answers += 1
      if (answers % 2 === 1) throw new TypeError('Failed to fetch')
      return response
    }
    const phone = disk.open()
    const offline = testOutbox(phone, () => Promise.reject(new TypeError('Failed to fetch')), 1)
    for (const card of ['first', 'second', 'third', 'first']) await offline.add(deed(card))
    await testOutbox(disk.open(), fetcher).flush()
    expect(await waitingCards(phone)).toHaveLength(4)
    await testOutbox(disk.open(), fetcher).flush()
    expect(await waitingCards(phone)).toEqual([])
    const person = await phone.currentPerson()
    expect(person).toBe((await browser.ask()).viewer?.personId)
    expect(await pointsOf(person)).toBe(30)
  })

  test('unsent deeds of an adopted account reach their person without anybody being asked', async () => {
    const number = newPhone()
    await signIn(world, world.browser(), number)
    const phone = createTestDisk().open()
    const fetcher: typeof fetch = async (_url, init) =>
      receiveOutbox(await browser.context(), catalogHandlers, String(init?.body))
    await testOutbox(phone, fetcher).add(deed('first'))
    const offline = testOutbox(phone, () => Promise.reject(new TypeError('Failed to fetch')), 1)
    await offline.add(deed('second'))
    const { viewer, joined } = await signIn(world, browser, number)
    expect(joined).toBe('adopted')
    await phone.becomePerson(viewer.personId) // as a page of the server has it
    expect(await waitingCards(phone)).toEqual([])
    await testOutbox(phone, fetcher).flush()
    expect(await pointsOf(viewer.personId)).toBe(20)
    expect((await phone.facts()).locked).toEqual([])
  })
})
