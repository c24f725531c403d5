import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { Card } from '~/ui/card'
import { Icon } from '~/ui/icon'
import { PageHead } from '~/ui/page-head'
import { ProgressPath } from '~/ui/progress-path'
import { tracks } from '../card'
import { loadLearningPage } from '../load-learning-page.server'

export const meta: MetaFunction = () => [{ title: '배움 · 곁에' }]

export function loader({ context }: LoaderFunctionArgs) {
  return loadLearningPage(context)
}

export default function Learn() {
  const { learning, catalogue } = useLoaderData<typeof loader>()
  return (
    <div className="grid gap-6">
      <PageHead title="배움" lead="천천히, 하루에 하나씩 배워요." />
      {tracks.map((track) => {
        const cards = catalogue
          .filter((card) => card.track === track.id)
          .sort((a, b) => a.order - b.order)
        const done = cards.filter((card) => learning.completed[card.id] !== undefined).length
        return (
          <Card key={track.id} labelledBy={track.id}>
            <h2 id={track.id} className="text-h2 font-bold">
              {track.name}
            </h2>
            <p className="mb-3 text-body">{track.description}</p>
            <ProgressPath
              label={done > 0 ? `${cards.length}장 중 ${done}장을 배웠어요` : `카드 ${cards.length}장`}
              done={done}
              total={cards.length}
            />
            <details className="mt-3" open={track.id === learning.track}>
              <summary className="flex min-h-button items-center gap-2 text-body font-bold underline decoration-2 underline-offset-6">
                카드 모두 보기
              </summary>
              <ol role="list" className="mt-2 grid gap-2">
                {cards.map((card) => (
                  <li key={card.id}>
                    <Link
                      to={`/learn/${card.id}`}
                      className="flex min-h-button items-center gap-3 rounded-control border-edge border-line px-3 py-2 text-body font-bold active:bg-tint"
                    >
                      {learning.completed[card.id] === undefined ? (
                        <Icon name="book" />
                      ) : (
                        <Icon name="check" />
                      )}
                      <span className="grow">{card.title}</span>
                      {learning.completed[card.id] === undefined ? null : (
                        <span className="text-caption">배웠어요</span>
                      )}
                    </Link>
                  </li>
                ))}
              </ol>
            </details>
          </Card>
        )
      })}
    </div>
  )
}
