import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useParams } from '@remix-run/react'
import { appError } from '~/platform/http/app-errors'
import { Button } from '~/ui/button'
import { LinkButton } from '~/ui/link-button'
import { PageHead } from '~/ui/page-head'
import type { PageHandle } from '~/ui/page-handle'
import { StatusLine } from '~/ui/status-line'
import type { AfterPath } from '../after/after-schema'
import { findPath } from '../after/paths'
import { StepCard } from '../after/step-card'
import { toldBy } from '../after/told-by'
import { useProgress } from '../after/use-progress'

export const meta: MetaFunction = ({ params }) => [
  { title: `${findPath(params.what)?.title ?? '벌써 눌렀어요'} · 곁에` },
]
export const handle: PageHandle = {
  back: { to: '/scam-check/after?calling=no', label: '다시 고르기' },
}

export function loader({ params }: LoaderFunctionArgs) {
  if (!findPath(params.what)) throw appError('not_found')
  return null
}

/** Everything is part of the page: the phone needs nobody for it. */
export function clientLoader() {
  return null
}

export default function AfterWhat() {
  const path = findPath(useParams().what)
  return path ? <Path key={path.id} path={path} /> : <PageHead title="벌써 눌렀어요" />
}

function Path({ path: { id, title, first, mayCall, steps } }: { path: AfterPath }) {
  const { done, mark, clear } = useProgress(id)
  const next = steps.find((step) => !done.has(step.id))
  const many = steps.filter((step) => done.has(step.id)).length
  return (
    <div className="grid gap-6">
      <PageHead title={title} lead="천천히 하나씩 하시면 돼요." />
      <div className="filled rounded-card border-edge border-danger bg-danger-block p-gutter text-on-danger">
        <h2 className="text-h1 font-bold">{first.title}</h2>
        <p className="text-body">{first.text}</p>
      </div>
      <StatusLine
        icon={many > 0 ? 'check' : 'info'}
        text={`${steps.length}가지 중 ${many}가지 하셨어요.`}
      />
      <ol className="grid gap-4">
        {steps.map((step, index) => (
          <StepCard
            key={step.id}
            step={step}
            number={index + 1}
            isNext={step.id === next?.id}
            isDone={done.has(step.id)}
            mayCall={mayCall}
            onMark={(isDone) => mark(step.id, isDone)}
          />
        ))}
      </ol>
      {mayCall ? null : <p className="text-body font-bold">은행 번호는 카드 뒷면에 적혀 있어요.</p>}
      <p className="text-caption text-soft">{toldBy(steps)}</p>
      <LinkButton to="/scam-check/after?calling=no" variant="outlined" full>
        다른 일도 있어요
      </LinkButton>
      {many > 0 ? (
        <Button type="button" variant="quiet" full onClick={clear}>
          처음부터 다시 하기
        </Button>
      ) : null}
    </div>
  )
}
