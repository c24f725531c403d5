import type { MetaFunction } from '@remix-run/node'
import { useSearchParams } from '@remix-run/react'
import { LinkButton } from '~/ui/link-button'
import { PageHead } from '~/ui/page-head'
import type { PageHandle } from '~/ui/page-handle'
import { paths } from '../after/paths'

export const meta: MetaFunction = () => [{ title: '벌써 눌렀어요 · 곁에' }]
export const handle: PageHandle = { back: { to: '/scam-check', label: '사기 확인' } }

/** Whoever is still on the line is talked out of everything else, so that is asked first. */
export default function After() {
  const [asked] = useSearchParams()
  const said = asked.get('calling')
  if (said === 'yes') return <HangUp />
  if (said === 'no') return <WhatHappened />
  return (
    <div className="grid gap-6">
      <PageHead title="하나씩 같이 해요" lead="서두르지 마세요. 차례로 하면 돼요." />
      <section aria-labelledby="calling" className="grid gap-3">
        <h2 id="calling" className="text-h2 font-bold">
          지금 통화 중이세요?
        </h2>
        <LinkButton to="?calling=yes" variant="choice" icon="phone">
          네, 통화 중이에요
        </LinkButton>
        <LinkButton to="?calling=no" variant="choice" icon="cross">
          아니요
        </LinkButton>
      </section>
    </div>
  )
}

function HangUp() {
  return (
    <div className="grid gap-6">
      <PageHead title="먼저 끊으세요" />
      <div className="filled rounded-card border-edge border-danger bg-danger-block p-gutter text-on-danger">
        <p className="text-body">이렇게 말하고 바로 끊으세요.</p>
        <p className="text-h1 font-bold">“자식과 상의하고 다시 걸게요.”</p>
      </div>
      <p className="text-body">끊어도 벌 받지 않아요. 진짜 기관은 기다려 줘요.</p>
      <LinkButton to="?calling=no" variant="primary" big full>
        끊었어요
      </LinkButton>
    </div>
  )
}

function WhatHappened() {
  return (
    <div className="grid gap-6">
      <PageHead title="무슨 일이 있었나요?" lead="여러 가지면 앱부터 고르세요." />
      <nav aria-label="있었던 일" className="grid gap-3">
        {inOrder.map(({ id, title }) => (
          <LinkButton key={id} to={`/scam-check/after/${id}`} variant="choice" icon="forward">
            {title}
          </LinkButton>
        ))}
      </nav>
    </div>
  )
}

/** The gravest first: with an app on the phone every other call would be led elsewhere. */
const order = ['installed-app', 'sent-money', 'sent-id', 'clicked-link']
const inOrder = [...paths].sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id))
