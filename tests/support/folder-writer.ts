import { randomUUID } from 'node:crypto'
import { openPglite } from '~/platform/database/open-pglite.server'
import { sql } from 'kysely'
import { pgliteTemplate } from './pglite-template'

/**
 * A process that opens the embedded database in the folder named first and adds people until it is
 * killed; each id is printed once its transaction is acknowledged. With `hold` it only keeps it open.
 */
const [dataDir = '', hold] = process.argv.slice(2)
const db = await openPglite({
  dataDir,
  projectDir: process.cwd(),
  template: await pgliteTemplate(),
})
process.stdout.write('open\n')
if (hold) setInterval(() => undefined, 1_000)
else
  for (;;) {
    const id = randomUUID()
    await db.asViewer({ sub: id }, (tx) => sql`select gyeote.ensure_person()`.execute(tx))
    process.stdout.write(`${id}\n`)
  }
