import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useLoaderData, type ClientLoaderFunctionArgs } from '@remix-run/react'
import { v7 as uuidv7 } from 'uuid'
import { applyNow } from '~/commands/apply-now.server'
import { appError } from '~/platform/http/app-errors'
import { isShellRequest } from '~/platform/http/shell.server'
import { PageHead } from '~/ui/page-head'
import { isTrackId, tracks } from '../card'
import { ChooseTrack } from '../choose-track'
import type { LearningPage } from '../learning-page'
import { loadKeptLearningPage } from '../load-kept-page'
import { loadLearningPage } from '../load-learning-page.server'
import { TrackCard } from '../track-card'
import { useLearning } from '../use-learning'

export const meta: MetaFunction = () => [{ title: '배움 · 곁에' }]

export function loader({ context, request }: LoaderFunctionArgs) {
  return isShellRequest(request) ? { shell: true as const } : loadLearningPage(context)
}

export function clientLoader({ serverLoader }: ClientLoaderFunctionArgs) {
  return loadKeptLearningPage(() => serverLoader<typeof loader>())
}
clientLoader.hydrate = true as const

export async function action({ context, request }: ActionFunctionArgs) {
  const track = (await request.formData()).get('track')
  if (!isTrackId(track)) throw appError('bad_input')
  await applyNow(context, { id: uuidv7(), type: 'choose_track', payload: { track } })
  return redirect('/learn', 303)
}

export default function Learn() {
  const page = useLoaderData<typeof loader>()
  return page.shell ? <PageHead title="배움" /> : <Tracks page={page} />
}

function Tracks({ page }: { page: LearningPage }) {
  const { catalogue } = page
  const learning = useLearning(page)
  return (
    <div className="grid gap-6">
      <PageHead
        title="배움"
        lead="천천히, 하루에 하나씩 배워요."
        eyebrow={learning.points > 0 ? `모은 점수 ${learning.points}점` : undefined}
      />
      {tracks.map((track) => (
        <TrackCard
          key={track.id}
          track={track}
          cards={catalogue
            .filter((card) => card.track === track.id)
            .sort((a, b) => a.order - b.order)}
          completed={learning.completed}
          current={track.id === learning.track}
        >
          <ChooseTrack track={track.id} />
        </TrackCard>
      ))}
    </div>
  )
}
