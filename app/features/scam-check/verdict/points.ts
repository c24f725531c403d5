import type { Knowledge } from './knowledge'
import { pointsOfMessage } from './message-points'
import type { Points } from './point-sums'
import type { Reading } from './read-words'
import { pointsOfTalk } from './talk-points'
import type { CheckKind } from './verdict'

/** How much speaks for a scam in what was read, or in what was said. */
export const pointsOf = (reading: Reading, knowledge: Knowledge, kind: CheckKind): Points =>
  kind === 'call' ? pointsOfTalk(reading, knowledge) : pointsOfMessage(reading, knowledge)
