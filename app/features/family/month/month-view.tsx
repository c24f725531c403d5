import { monthInWords } from '~/features/medication/history/month-page'
import { EmptyState } from '~/ui/empty-state'
import { LinkButton } from '~/ui/link-button'
import { PageHead } from '~/ui/page-head'
import { NotBelieved } from '../not-believed'
import { useNews } from '../use-news'
import { familyMonthPath } from './family-month-path'
import type { FamilyMonthPage } from './load-family-month.server'
import { MonthPicture } from './month-picture'
import { MonthTable } from './month-table'

/** A senior's month as their family sees it; gone from the screen as soon as it must not be believed any more. */
export function FamilyMonthView({ page }: { page: FamilyMonthPage }) {
  const { name, month, days, version } = page
  const belief = useNews(version)
  if (belief !== 'shown') return <NotBelieved belief={belief} />
  return (
    <div className="grid gap-6">
      <PageHead eyebrow={name ? `${name} 님의 약` : '지난 약 기록'} title={monthInWords(month)} />
      {days.length === 0 ? (
        <EmptyState title="기록이 없어요">이달에는 챙길 약이 없었어요.</EmptyState>
      ) : (
        <>
          <MonthPicture month={month} days={days} />
          <MonthTable days={days} />
        </>
      )}
      <MonthSteps page={page} />
      <LinkButton to="/family" variant="outlined" full icon="family">
        가족으로 가기
      </LinkButton>
    </div>
  )
}

function MonthSteps({ page: { linkId, earlier, later } }: { page: FamilyMonthPage }) {
  if (!earlier && !later) return null
  return (
    <nav aria-label="다른 달" className="two-columns gap-3">
      {earlier ? (
        <LinkButton to={familyMonthPath(linkId, earlier)} variant="outlined" icon="back">
          {Number(earlier.slice(5))}월
        </LinkButton>
      ) : null}
      {later ? (
        <LinkButton to={familyMonthPath(linkId, later)} variant="outlined" icon="forward">
          {Number(later.slice(5))}월
        </LinkButton>
      ) : null}
    </nav>
  )
}

/** The same for whoever may not see and for what was never there. */
export function NothingShown() {
  return (
    <div className="grid gap-6">
      <PageHead title="지난 약 기록" />
      <EmptyState
        title="보여 주시는 것이 없어요"
        action={
          <LinkButton to="/family" variant="outlined" full icon="family">
            가족으로 가기
          </LinkButton>
        }
      >
        부모님이 허락하시면 지난 기록을 여기에서 봐요.
      </EmptyState>
    </div>
  )
}
