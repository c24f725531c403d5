import type { MetaFunction } from '@remix-run/node'
import { LinkButton } from '~/ui/link-button'
import { Notice } from '~/ui/notice'
import { PageHead } from '~/ui/page-head'

export const meta: MetaFunction = () => [{ title: '인터넷 없음 · 곁에' }]

/** Stands in for a page that cannot work without a network, and offers those that can. */
export default function Offline() {
  return (
    <div className="grid gap-6">
      <PageHead title="인터넷이 없어요" />
      <Notice kind="offline" title="이 쪽은 지금 못 열어요." titleAs="h2">
        인터넷이 있어야 볼 수 있는 쪽이에요.
      </Notice>
      <p className="text-body">오늘, 약, 배움은 지금도 열려요.</p>
      <LinkButton to="/" variant="primary" full reloadDocument>
        오늘로 가기
      </LinkButton>
      <LinkButton to="/learn" variant="outlined" full reloadDocument>
        배움으로 가기
      </LinkButton>
    </div>
  )
}
