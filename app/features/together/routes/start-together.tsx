import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData, type ClientLoaderFunctionArgs } from '@remix-run/react'
import { useEffect } from 'react'
import { orAsShown } from '~/offline/or-as-shown'
import { useFreshen } from '~/offline/use-freshen'
import { LinkButton } from '~/ui/link-button'
import { Notice } from '~/ui/notice'
import { PageHead } from '~/ui/page-head'
import type { PageHandle } from '~/ui/page-handle'
import { setSitting } from '../present-sitting.client'
import { readSitting } from '../read-sitting.server'
import { firstOpen, type Step } from '../sitting'
import { useLookAgain } from '../use-look-again'
import { useSitting } from '../use-sitting'

export const meta: MetaFunction = () => [{ title: '부모님과 같이 설치하기 · 곁에' }]
export const handle: PageHandle = { back: { to: '/', label: '오늘' } }

export function loader({ context, request }: LoaderFunctionArgs) {
  return readSitting(context, request.url)
}

export function clientLoader({ request, serverLoader }: ClientLoaderFunctionArgs) {
  return orAsShown(request, serverLoader<typeof loader>)
}
clientLoader.hydrate = true as const

export default function StartTogether() {
  const page = useLoaderData<typeof loader>()
  const steps = useSitting(page)
  const next = firstOpen(steps)
  const left = steps.filter(({ state }) => state !== 'done')
  const hasBegun = left.length < steps.length
  useFreshen('', () => '')
  useLookAgain()
  useEffect(() => setSitting(next !== null), [next])
  return (
    <div className="grid gap-6">
      <PageHead
        title="부모님과 같이 설치하기"
        lead="옆에 앉아 부모님 휴대폰으로 하세요. 허락하는 단추는 부모님이 직접 눌러 주세요."
      />
      {next ? (
        <LinkButton to={next.path} variant="primary" full big>
          {hasBegun ? '이어서 하기' : '시작하기'}
        </LinkButton>
      ) : (
        <Notice
          kind="done"
          title="부모님 휴대폰에 곁에가 다 놓였어요."
          titleAs="h2"
          live="polite"
        />
      )}
      <ol className="grid gap-4">
        {steps.map((step) => (
          <li key={step.id}>
            <StepLine step={step} />
          </li>
        ))}
      </ol>
      {hasBegun && next ? (
        <p className="text-body">
          {left.length}가지가 남았어요. 다음에 하셔도 괜찮아요. 내 정보에서 다시 열 수 있어요.
        </p>
      ) : null}
      <section aria-labelledby="where" className="grid gap-3">
        <h2 id="where" className="text-h2 font-bold">
          지금 내 휴대폰이세요?
        </h2>
        <p className="text-body">부모님 휴대폰의 인터넷 주소 칸에 이 주소를 넣으세요.</p>
        <p data-quoted className="text-body font-bold">
          {page.address}
        </p>
        <p className="text-body">
          곁에가 열리면 내 정보에서 '같이 설치하기'를 누르세요. 그러면 이 화면이 나와요.
        </p>
        {next ? (
          <LinkButton to="/" variant="quiet" full onClick={() => setSitting(false)}>
            그만하기
          </LinkButton>
        ) : null}
      </section>
    </div>
  )
}

const words: Record<Step['state'], string> = {
  done: '했어요',
  open: '아직이에요',
  unknown: '눌러서 봐 주세요',
}

function StepLine({ step: { title, path, state } }: { step: Step }) {
  return (
    <LinkButton to={path} variant="outlined" full icon={state === 'done' ? 'check' : undefined}>
      <span className="block">{title}</span>
      <span className="block text-caption font-normal">{words[state]}</span>
    </LinkButton>
  )
}
