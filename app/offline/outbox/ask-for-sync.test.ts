import { expect, test } from 'vitest'
import { createTestDisk, deed } from '../test-phone'
import { createOutbox } from './outbox'

test('Background Sync is asked for once a deed is kept, and before anybody is shown that it is', async () => {
  const phone = createTestDisk().open()
  const order: string[] = []
  const outbox = createOutbox({
    phone,
    fetch: () => Promise.reject(new TypeError('no network')),
    build: 'test',
    answerLimitMs: 10,
    askForSync: () => order.push('asked'),
  })
  outbox.subscribe(() => order.push('shown'))
  await outbox.add(deed('one'), (kept) => order.push(`kept ${String(kept)}`))
  expect(order.slice(0, 3)).toEqual(['asked', 'shown', 'kept true'])
  const [entry] = await (await phone.openStore()).outbox.list()
  expect(entry?.state).toBe('waiting')
})
