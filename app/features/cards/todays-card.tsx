import { Card } from '~/ui/card'
import { Icon } from '~/ui/icon'
import { LinkButton } from '~/ui/link-button'
import type { ChosenCard } from './choose-card'

interface TodaysCardProps {
  chosen: ChosenCard
  finished: boolean
  /** Something else is due before it: it is smaller, and its button is not the filled one. */
  second?: boolean
}

/** Today's card on 오늘: what it is, how long it takes, and the one filled button of the page. */
export function TodaysCard({ chosen, finished, second = false }: TodaysCardProps) {
  const { card, kind } = chosen
  if (second) return <SecondCard chosen={chosen} finished={finished} />
  return (
    <Card due={!finished} labelledBy="todays-card">
      <p className="text-caption text-soft">
        {kind === 'again' ? '다시 보는 카드' : '오늘의 배움'} · {card.minutes}분
      </p>
      <h2 id="todays-card" className="text-h1 font-bold">
        {card.title}
      </h2>
      {finished ? (
        <p className="mt-2 flex items-center gap-2 text-body font-bold text-pine">
          <Icon name="check" />
          오늘 배움을 마쳤어요.
        </p>
      ) : null}
      <div className="mt-4">
        <LinkButton
          to={`/learn/${card.id}`}
          variant={finished ? 'outlined' : 'primary'}
          full
          big={!finished}
        >
          {finished ? '다시 보기' : '배우기'}
        </LinkButton>
      </div>
    </Card>
  )
}

function SecondCard({
  chosen: { card, kind },
  finished,
}: {
  chosen: ChosenCard
  finished: boolean
}) {
  return (
    <Card labelledBy="todays-card" low>
      <div className="beside">
        <div>
          <p className="text-caption text-soft">
            {kind === 'again' ? '다시 보는 카드' : '오늘의 배움'} · {card.minutes}분
          </p>
          <h2 id="todays-card" className="text-body font-bold">
            {card.title}
          </h2>
        </div>
        <LinkButton to={`/learn/${card.id}`} variant="outlined">
          {finished ? '다시 보기' : '배우기'}
        </LinkButton>
      </div>
    </Card>
  )
}
