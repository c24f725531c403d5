import { Icon, type IconName } from '~/ui/icon'
import type { DoseState } from '../schedule/dose-state'

const icons: Record<DoseState, IconName> = {
  taken: 'check',
  declined: 'nothing',
  unknown: 'help',
  question: 'hourglass',
  no_record: 'blank',
  paused: 'pause',
  travelling: 'suitcase',
  due: 'clock',
  upcoming: 'clock',
}

/** The shape of a state; its word stands beside it. Taken alone has the accent, so a month reads at a glance. */
export function StateMark({ state }: { state: DoseState }) {
  return (
    <span className={state === 'taken' ? 'text-pine' : 'text-ink'}>
      <Icon name={icons[state]} />
    </span>
  )
}
