import { Card } from '~/ui/card'
import { EmptyState } from '~/ui/empty-state'
import type { SeniorWeek } from './load-week.server'

/** The week of each senior in sentences. */
export function WeekView({ seniors }: { seniors: readonly SeniorWeek[] }) {
  if (seniors.length === 0)
    return (
      <EmptyState title="보여 주시는 한 주 소식이 없어요">
        지난 약 기록이나 배움을 보여 주시면 여기에 모여요.
      </EmptyState>
    )
  return seniors.map(({ linkId, name, sentences }) => (
    <Card as="article" key={linkId} labelledBy={`week-${linkId}`}>
      <h2 id={`week-${linkId}`} className="text-h2 font-bold">
        {name ? `${name} 님` : '이름을 적지 않은 분'}
      </h2>
      <ul role="list" className="mt-3 grid gap-2">
        {sentences.map((sentence) => (
          <li key={sentence} className="text-body">
            {sentence}
          </li>
        ))}
      </ul>
    </Card>
  ))
}
