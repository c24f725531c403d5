import { EmptyState } from '~/ui/empty-state'
import { LinkButton } from '~/ui/link-button'
import { PageHead } from '~/ui/page-head'
import { useEntryPlace } from '../forms/entry-place'

/** A course that is not among the facts of this phone, or never was. */
export function UnknownCourse() {
  const { pathOf, isOwn } = useEntryPlace()
  return (
    <div className="grid gap-6">
      <PageHead title="약 한 가지" />
      <EmptyState
        title="이 약을 찾지 못했어요"
        action={
          <LinkButton to={isOwn ? '/medication/courses' : pathOf('')} variant="outlined" full>
            {isOwn ? '내 약 보기' : '약 모두 보기'}
          </LinkButton>
        }
      >
        다른 휴대폰에서 적었다면 조금 뒤에 보여요.
      </EmptyState>
    </div>
  )
}
