import { afterAll, beforeAll, expect, test } from 'vitest'
import { applyNow } from '~/commands/apply-now.server'
import { catalogHandlers } from '~/commands/catalog.server'
import { receiveOutbox } from '~/commands/receive-outbox.server'
import { rateLimits } from '~/platform/http/rate-limits.server'
import { describeOnEachDatabase, type TestDatabase } from '../support/databases'
import { openWorld, type World } from './accounts-world'
import { commandsAt } from './outbox-commands'

describeOnEachDatabase('writing without end', (open) => {
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

  test('one person is asked to wait, on a page as from an outbox, and nobody else is', async () => {
    const chooses = {
      id: crypto.randomUUID(),
      type: 'choose_track',
      payload: { track: 'ai-basics' },
    } as const
    const browser = world.browser()
    const { personId } = await (await browser.ask()).begin()
    const { limits } = world.parts
    for (let n = 1; n < rateLimits.writePerPerson.points; n++)
      await limits.take('writePerPerson', personId)
    expect((await applyNow(await browser.context(), chooses)).status).toBe('accepted')
    await expect(applyNow(await browser.context(), chooses)).rejects.toMatchObject({ status: 429 })
    const { command } = commandsAt(() => world.parts.clock.now())
    const deviceId = crypto.randomUUID()
    const body = JSON.stringify({
      v: 1,
      deviceId,
      build: 'test',
      commands: [command({ ...chooses, person: personId })],
    })
    const answer = await receiveOutbox(await browser.context(), catalogHandlers, body)
    expect(answer.status).toBe(429)
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)

    const another = await world.browser().context()
    const theirs = { ...chooses, id: crypto.randomUUID() }
    expect((await applyNow(another, theirs)).status).toBe('accepted')
  })
})
