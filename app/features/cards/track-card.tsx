import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { Card } from '~/ui/card'
import { Icon } from '~/ui/icon'
import { ProgressPath } from '~/ui/progress-path'
import type { Track } from './card'
import type { CardSummary, Learning } from './learning'

interface TrackCardProps {
  track: Track
  cards: readonly CardSummary[]
  completed: Learning['completed']
  /** Today's card comes from this one. */
  current: boolean
  /** The way to make it the current one; shown only where it is not. */
  children: ReactNode
}

/** One track: what it is about, how far one has come, and its cards to open. */
export function TrackCard({ track, cards, completed, current, children }: TrackCardProps) {
  const done = cards.filter((card) => completed[card.id] !== undefined).length
  return (
    <Card labelledBy={track.id} due={current}>
      <h2 id={track.id} className="text-h2 font-bold">
        {track.name}
      </h2>
      <p className="mb-3 text-body">{track.description}</p>
      <ProgressPath
        label={done > 0 ? `${cards.length}장 중 ${done}장을 배웠어요` : `카드 ${cards.length}장`}
        done={done}
        total={cards.length}
      />
      <div className="mt-4">
        {current ? (
          <p className="flex items-center gap-2 text-body font-bold text-pine">
            <Icon name="check" />
            지금 배우는 길이에요.
          </p>
        ) : (
          children
        )}
      </div>
      <details className="mt-3" open={current}>
        <summary className="flex min-h-button items-center gap-2 text-body font-bold underline decoration-2 underline-offset-6">
          카드 모두 보기
        </summary>
        <ol role="list" className="mt-2 grid gap-2">
          {cards.map((card) => (
            <li key={card.id}>
              <CardLink card={card} finished={completed[card.id] !== undefined} />
            </li>
          ))}
        </ol>
      </details>
    </Card>
  )
}

function CardLink({ card, finished }: { card: CardSummary; finished: boolean }) {
  return (
    <Link
      to={`/learn/${card.id}`}
      className="flex min-h-button items-center gap-3 rounded-control border-edge border-line px-3 py-2 text-body font-bold active:bg-tint"
    >
      <Icon name={finished ? 'check' : 'book'} />
      <span className="grow">
        {card.title}
        {finished ? <span className="block text-caption font-normal">배웠어요</span> : null}
      </span>
    </Link>
  )
}
