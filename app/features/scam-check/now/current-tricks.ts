import content from '../../../../content/scam/now.json'
import type { CurrentTrick } from './now-schema'

/** Held against its schema by `npm run content:check`. */
export const currentTricks: CurrentTrick[] = content.tricks
