import type { MetaFunction } from '@remix-run/node'
import { LinkButton } from '~/ui/link-button'
import { PageHead } from '~/ui/page-head'
import type { PageHandle } from '~/ui/page-handle'
import { checkedOn, currentTricks } from '../now/current-tricks'
import { TrickCard } from '../now/trick-card'
import { useNowTitle } from '../now/use-now-title'

export const meta: MetaFunction = () => [{ title: '유행 사기 · 곁에' }]
export const handle: PageHandle = { back: { to: '/scam-check', label: '사기 확인' } }

const inWords = new Intl.DateTimeFormat('ko', { dateStyle: 'long', timeZone: 'UTC' })
export default function Now() {
  return (
    <div className="grid gap-6">
      <PageHead title={useNowTitle()} lead="미리 보면 속지 않아요. 눈으로 찾아보세요." />
      {currentTricks.map((trick) => (
        <TrickCard key={trick.id} trick={trick} />
      ))}
      <p className="text-caption text-soft">{inWords.format(new Date(checkedOn))}에 살펴봤어요.</p>
      <LinkButton to="/scam-check" variant="outlined" full icon="look">
        받은 글 살펴보기
      </LinkButton>
    </div>
  )
}
