import { afterAll, beforeAll, expect, test } from 'vitest'
import { EnvError } from '~/platform/env.server'
import { checkPushKey } from '~/platform/push/check-push-key.server'
import { describeOnEachDatabase, type TestDatabase } from '../support/databases'

describeOnEachDatabase('the push key of several processes', (open) => {
  let opened: TestDatabase
  beforeAll(async () => {
    opened = await open()
  })
  afterAll(() => opened.close())

  const start = (publicKey: string) => checkPushKey(opened.db, { publicKey })

  test('is the first one’s: with another none starts, where there can be several', async () => {
    await Promise.all([start('first'), start('first')])
    await start('first')
    const another = start('another')
    if (opened.engine === 'pglite') return expect(await another).toBeUndefined()
    await expect(another).rejects.toThrow(EnvError)
    await expect(start('another')).rejects.toThrow('VAPID_PRIVATE_KEY')
    await start('first')
    await opened.owner.query('delete from gyeote.push_keys')
    await start('another')
    await expect(start('first')).rejects.toThrow(EnvError)
  })
})
