import type { AppLoadContext } from '@remix-run/node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { action } from '~/features/scam-check/routes/link'
import { rateLimits } from '~/platform/http/rate-limits.server'
import { openTestPglite, type TestDatabase } from '../support/databases'
import { newPhone, openWorld, signIn, type Browser, type World } from './accounts-world'

describe('POST /scam-check/link', () => {
  let opened: TestDatabase
  let world: World
  beforeAll(async () => {
    opened = await openTestPglite()
    world = await openWorld(opened, 'in this process')
  })
  afterAll(async () => {
    await world.close()
    await opened.close()
  })
  const post = async (body: string, from: Browser): Promise<Response> =>
    action({
      context: { ...((await from.context()) as AppLoadContext) },
      params: {},
      request: new Request('http://localhost/scam-check/link', { method: 'POST', body }),
    })
  const inside = JSON.stringify({ link: 'http://127.0.0.1/secret-path' })

  test('takes one link, answers where it leads, and says nothing of it in the log', async () => {
    const answer = await post(inside, world.browser())
    expect(answer.status).toBe(200)
    expect(answer.headers.get('cache-control')).toBe('private, no-store')
    expect(await answer.json()).toEqual({ v: 1, leadsTo: [], final: null, reason: 'not_asked' })
    expect(world.parts.lines.join()).not.toContain('secret-path')
  })

  test.each(['', 'null', '{}', '{"link":5}', '{"link":""}', `{"link":"${'x'.repeat(2_049)}"}`])(
    'is not given a link by %s',
    async (body) => {
      expect((await post(body, world.browser())).status).toBe(400)
    },
  )

  test('so many for a person, and more for an address', async () => {
    const browser = world.browser()
    await signIn(world, browser, newPhone())
    const answers: Response[] = []
    for (let i = 0; i <= rateLimits.linkPerPerson.points; i++)
      answers.push(await post(inside, browser))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(
      rateLimits.linkPerPerson.points,
    )
    const last = answers.at(-1)
    expect(last?.status).toBe(429)
    expect(Number(last?.headers.get('retry-after'))).toBeGreaterThan(500)
    expect((await post(inside, world.browser())).status).toBe(200)

    const others: number[] = []
    for (let i = 0; i <= rateLimits.linkPerAddress.points; i++)
      others.push((await post(inside, world.browser())).status)
    expect(others.at(-1)).toBe(429)
  })
})
