import { useState } from 'react'
import { LinkButton } from '~/ui/link-button'
import type { HealthConsent } from '../facts/fact-schema'
import type { MedicationPage } from '../facts/medication-page'
import type { Facts } from '../schedule/facts'
import type { Moment } from '../schedule/moment'
import { changesPath } from './answer-change'
import { ChangeCard } from './change-card'
import { listChanges } from './list-changes'
import { useAnswer } from './use-answer'

interface Props {
  page: Pick<MedicationPage, 'writers'>
  facts: Facts
  consent: HealthConsent | null
  now: Moment
  commandId: string
}

/** More than that at once is a list, and stands on its own page. */
const most = 3

/**
 * What the family changed and the person has not seen yet, a card each. One that is answered keeps its place
 * until the next page. Nothing for somebody whose medicines nobody else touched.
 */
export function ChangesByOthers({ page: { writers }, facts, consent, now, commandId }: Props) {
  const [kept, setKept] = useState<readonly string[]>([])
  const answer = useAnswer(facts, now, (id) => setKept((before) => [...before, id]))
  const changes = listChanges(facts, now).reverse()
  const shown = changes.filter(({ id, answered }) => answered === null || kept.includes(id))
  if (shown.length === 0) return null
  return (
    <section aria-labelledby="changes-by-others" className="grid gap-3">
      <h2 id="changes-by-others" className="text-h2 font-bold">
        가족이 약을 바꿨어요
      </h2>
      {shown.slice(0, most).map((change) => (
        <ChangeCard
          key={change.id}
          {...{ change, facts, now, writers, commandId }}
          asks={consent?.given === true && !kept.includes(change.id)}
          onAnswer={answer(change.id)}
        />
      ))}
      <LinkButton to={changesPath} variant="quiet" full>
        {shown.length > most ? `${shown.length - most}가지 더 보기` : '바뀐 것 모두 보기'}
      </LinkButton>
    </section>
  )
}
