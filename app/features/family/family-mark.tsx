import { StateMark } from '~/features/medication/history/state-mark'
import type { DoseState } from '~/features/medication/schedule/dose-state'
import { Icon } from '~/ui/icon'
import type { FamilyLine } from './family-day'

/** The shape of a state, as in the senior's own history; a phone out of reach has one of its own. */
const markOf: Record<Exclude<FamilyLine['state'], 'not_reached'>, DoseState> = {
  taken: 'taken',
  declined: 'declined',
  unknown: 'unknown',
  paused: 'paused',
  travelling: 'travelling',
  no_record: 'no_record',
  not_yet: 'upcoming',
  no_answer: 'question',
}

export const FamilyMark = ({ state }: Pick<FamilyLine, 'state'>) =>
  state === 'not_reached' ? <Icon name="offline" /> : <StateMark state={markOf[state]} />
