import type { MetaFunction } from '@remix-run/node'
import { useRouteLoaderData } from '@remix-run/react'
import { Card } from '~/ui/card'
import { LinkButton } from '~/ui/link-button'
import { Notice } from '~/ui/notice'
import { PageHead } from '~/ui/page-head'
import type { PageHandle } from '~/ui/page-handle'

export const meta: MetaFunction = () => [{ title: '도움 · 곁에' }]
export const handle: PageHandle = { back: { to: '/', label: '오늘' } }

const numbers = [
  { number: '119', what: '몸이 아프거나 불이 났을 때' },
  { number: '112', what: '사기를 당했거나 위험할 때' },
  { number: '1394', what: '사기 전화나 문자를 물어볼 때' },
]

export default function Help() {
  const operator = useRouteLoaderData<{ operator: { name: string; phone: string | null } }>(
    'root',
  )?.operator
  return (
    <div className="grid gap-6">
      <PageHead title="도움" lead="혼자 애쓰지 마시고 물어보세요." />
      <LinkButton to="/emergency" variant="outlined" full big icon="emergency">
        응급 카드
      </LinkButton>
      <LinkButton to="/scam-check" variant="outlined" full big icon="look">
        이거 사기예요?
      </LinkButton>
      <LinkButton to="/start-together" variant="outlined" full big icon="family">
        부모님과 같이 설치하기
      </LinkButton>
      <Card labelledBy="operator">
        <h2 id="operator" className="text-h2 font-bold">
          곁에를 돌보는 곳
        </h2>
        <p className="text-body">{operator?.name}</p>
        {operator?.phone ? (
          <div className="mt-3">
            <LinkButton to={`tel:${operator.phone}`} variant="primary" full icon="phone">
              전화로 물어보기
            </LinkButton>
          </div>
        ) : (
          <p className="mt-2 text-body">체험판이라 전화번호가 아직 없어요.</p>
        )}
      </Card>
      <Notice kind="caution" word="꼭 기억해 주세요" title="곁에는 절대 묻지 않아요." titleAs="h2">
        <ul role="list" className="mt-2 grid gap-1">
          <li>인증번호를 말해 달라고 하지 않아요.</li>
          <li>카드 번호나 비밀번호를 묻지 않아요.</li>
          <li>돈을 보내 달라고 하지 않아요.</li>
        </ul>
      </Notice>
      <section aria-labelledby="numbers" className="grid gap-3">
        <h2 id="numbers" className="text-h2 font-bold">
          급할 때 전화하세요
        </h2>
        {numbers.map(({ number, what }) => (
          <Card as="div" key={number}>
            <p className="mb-3 text-body">{what}</p>
            <LinkButton to={`tel:${number}`} variant="outlined" full icon="phone">
              {number} 전화하기
            </LinkButton>
          </Card>
        ))}
      </section>
    </div>
  )
}
