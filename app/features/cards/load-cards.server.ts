import { sql } from 'kysely'
import { join } from 'node:path'
import type { Parts } from '~/platform/context.server'
import { forgetCatalogue } from './catalogue.server'
import { readCatalogue } from './content/read-catalogue.server'

/** The cards in `content/` do not fit their schema; `message` lists file, line and what to do. */
export class ContentError extends Error {
  override name = 'ContentError'
}

/**
 * Brings `gyeote.cards` up to date with the Markdown in `content/`; a card that is gone is retired.
 * @throws {ContentError}
 */
export async function loadCards(parts: Parts, projectDir: string): Promise<void> {
  const { cards, problems } = await readCatalogue(join(projectDir, 'content'))
  if (problems.length > 0) {
    const lines = problems.map((problem) => `  ${problem.file}:${problem.line} ${problem.message}`)
    throw new ContentError(`The cards need a look:\n${lines.join('\n')}`)
  }
  await sql`select gyeote.load_cards(${JSON.stringify(cards)}::jsonb)`.execute(parts.db.root)
  await forgetCatalogue(parts)
}
