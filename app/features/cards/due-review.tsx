import { Card } from '~/ui/card'
import { LinkButton } from '~/ui/link-button'
import type { CardSummary } from './learning'

/** A question that was answered wrongly some days ago comes back, without a word of blame. */
export function DueReview({ card }: { card: CardSummary }) {
  return (
    <Card labelledBy="review">
      <p className="text-caption text-soft">다시 풀어 보기</p>
      <h2 id="review" className="mb-3 text-h2 font-bold">
        {card.title}
      </h2>
      <LinkButton to={`/learn/${card.id}#quiz`} variant="outlined" full>
        다시 풀기
      </LinkButton>
    </Card>
  )
}
