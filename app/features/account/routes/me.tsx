import type { MetaFunction } from '@remix-run/node'
import { LookChoices } from '../look-choices'
import { TextSizeChoice } from '../text-size-choice'
import { Card } from '~/ui/card'
import { PageHead } from '~/ui/page-head'
import type { PageHandle } from '~/ui/page-handle'

export const meta: MetaFunction = () => [{ title: '내 정보 · 곁에' }]
export const handle: PageHandle = { back: { to: '/', label: '오늘' } }

export default function Me() {
  return (
    <div className="grid gap-6">
      <PageHead title="내 정보" lead="고르시면 바로 바뀌어요." />
      <Card>
        <TextSizeChoice back="/me" />
      </Card>
      <Card>
        <LookChoices />
      </Card>
    </div>
  )
}
