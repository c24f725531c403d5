import type { DoseState } from '../schedule/dose-state'
import { StateMark } from './state-mark'
import { stateWords, usualStates } from './state-words'

/** Which shape says what. Every line of a day has its word as well. */
export function StateLegend({ states }: { states: ReadonlySet<DoseState> }) {
  const further = (Object.keys(stateWords) as DoseState[]).filter(
    (state) => states.has(state) && !usualStates.includes(state),
  )
  return (
    <section aria-labelledby="legend">
      <h2 id="legend" className="text-body font-bold">
        표시가 뜻하는 것
      </h2>
      <ul role="list" className="mt-2 grid gap-2">
        {[...usualStates, ...further].map((state) => (
          <li key={state} className="flex items-center gap-3 text-body">
            <StateMark state={state} />
            {stateWords[state]}
          </li>
        ))}
      </ul>
    </section>
  )
}
