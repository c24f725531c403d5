import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { CourseList } from '~/features/medication/courses/course-list'
import { EmptyState } from '~/ui/empty-state'
import { LinkButton } from '~/ui/link-button'
import { PageHead } from '~/ui/page-head'
import { helpPath } from '../helping/help-paths'
import { HelpedFrame } from '../helping/helped-frame'
import type { loader } from '../helping/helped-page.server'

export const meta: MetaFunction = () => [{ title: '약 챙겨 드리기 · 곁에' }]
export { loader, headers } from '../helping/helped-page.server'
export { handle, clientLoader } from '../helping/helped-route'

export default function HelpedMedicines() {
  const page = useLoaderData<typeof loader>()
  return (
    <HelpedFrame page={page} title="약 챙겨 드리기">
      {(medication, { linkId }) => (
        <>
          <PageHead title="약 챙겨 드리기" />
          {medication.facts.courses.length === 0 ? (
            <EmptyState title="적어 둔 약이 없어요">약봉지를 옆에 두고 시작해요.</EmptyState>
          ) : null}
          <LinkButton to={`${helpPath(linkId)}/new`} variant="primary" full big>
            약 넣기
          </LinkButton>
          <CourseList medication={medication} />
          <LinkButton to={`${helpPath(linkId)}/hours`} variant="outlined" full icon="clock">
            약 시간
          </LinkButton>
          <LinkButton to="/family" variant="quiet" full icon="family">
            가족으로 가기
          </LinkButton>
        </>
      )}
    </HelpedFrame>
  )
}
