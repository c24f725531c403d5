import content from '../../../../content/scam/now.json'
import type { CurrentTrick } from './now-schema'

/** Held against its schema by `npm run content:check`. */
export const currentTricks: CurrentTrick[] = content.tricks

/** The day, `YYYY-MM-DD`, on which all of them were known to go round. */
export const checkedOn = currentTricks.map(({ source }) => source.checkedOn).sort()[0] ?? ''
