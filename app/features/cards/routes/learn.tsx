import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { Form, useLoaderData, useNavigation } from '@remix-run/react'
import { appError } from '~/platform/http/app-errors'
import { Button } from '~/ui/button'
import { PageHead } from '~/ui/page-head'
import { isTrackId, tracks } from '../card'
import { chooseTrack } from '../choose-track.server'
import { forgetLearning } from '../get-learning.server'
import { loadLearningPage } from '../load-learning-page.server'
import { TrackCard } from '../track-card'

export const meta: MetaFunction = () => [{ title: '배움 · 곁에' }]

export function loader({ context }: LoaderFunctionArgs) {
  return loadLearningPage(context)
}

export async function action({ context, request }: ActionFunctionArgs) {
  const track = (await request.formData()).get('track')
  if (!isTrackId(track)) throw appError('bad_input')
  const { personId } = await context.session.begin()
  await context.asViewer((tx) => chooseTrack(tx, personId, { track }))
  await forgetLearning(context, personId)
  return redirect('/learn', 303)
}

export default function Learn() {
  const { learning, catalogue } = useLoaderData<typeof loader>()
  const choosing = useNavigation().formData?.get('track')
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
          <Form method="post">
            <Button
              variant="outlined"
              full
              name="track"
              value={track.id}
              busy={choosing === track.id ? '바꾸는 중이에요' : undefined}
            >
              이것부터 배우기
            </Button>
          </Form>
        </TrackCard>
      ))}
    </div>
  )
}
