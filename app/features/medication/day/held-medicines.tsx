import { dateIn } from '~/platform/clock'
import { EmptyState } from '~/ui/empty-state'
import { epochDay } from '../schedule/care-date'
import { usualZone } from '../schedule/moment'
import { monthDayInWords } from '../wording'

/** In the place of the medicines, for whoever said a moment ago whose number it is (decision 0007). */
export function HeldMedicines({ until }: { until: number }) {
  const day = monthDayInWords(epochDay(dateIn(usualZone, new Date(until))))
  return (
    <EmptyState title="약을 잠시 가려 두었어요.">
      <p>번호를 확인한 지 얼마 안 됐어요.</p>
      <p>적어 두신 약은 그대로 있고, {day}에 다시 보여요.</p>
      <p className="font-bold">그동안은 약봉지를 보고 드세요.</p>
    </EmptyState>
  )
}
