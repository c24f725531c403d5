import express from 'express'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { answerHealth } from '../../server/health'
import { describeOnEachDatabase } from '../support/databases'

describeOnEachDatabase('the health of a process', (open) => {
  test('it is ready while its database answers, and lives on when that is gone', async () => {
    const opened = await open()
    const app = express().use(answerHealth({ db: opened.db }))
    const server = app.listen(0, '127.0.0.1')
    await new Promise((ready) => server.once('listening', ready))
    const ask = async (path: string) => {
      const { port } = server.address() as AddressInfo
      return (await fetch(`http://127.0.0.1:${port}${path}`)).status
    }
    expect([await ask('/healthz'), await ask('/readyz')]).toEqual([200, 200])
    await opened.close()
    expect([await ask('/healthz'), await ask('/readyz')]).toEqual([200, 503])
    await new Promise((closed) => server.close(closed))
  })
})
