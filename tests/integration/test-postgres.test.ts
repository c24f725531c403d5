import pg from 'pg'
import { expect, inject, test } from 'vitest'
import { createDatabase } from '../support/postgres'

const address = inject('postgresAddress')

test.skipIf(!address)(
  'a test’s database goes, though somebody mightier is in it, as autovacuum often is',
  async () => {
    const { ownerUrl, drop } = await createDatabase(address as string, { empty: true })
    const mighty = new URL(ownerUrl)
    mighty.username = 'superuser'
    const client = new pg.Client({ connectionString: mighty.href })
    client.on('error', () => undefined)
    await client.connect()
    await drop()
    await expect(client.query('select 1')).rejects.toThrow()
  },
)
