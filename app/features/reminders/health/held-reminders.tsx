import { epochDay } from '~/features/medication/schedule/care-date'
import { usualZone } from '~/features/medication/schedule/moment'
import { monthDayInWords } from '~/features/medication/wording'
import { dateIn } from '~/platform/clock'
import { Notice } from '~/ui/notice'

interface HeldRemindersProps {
  /** ISO 8601. */
  until: string
  /** The phone may show notifications already: nothing is left to do then. */
  isAllowed: boolean
}

/**
 * In the place of everything about reminders, for whoever said a moment ago whose number it is (decision 0007): nothing
 * comes to this phone before that day, so nothing is offered that would not bring it.
 */
export function HeldReminders({ until, isAllowed }: HeldRemindersProps) {
  const day = monthDayInWords(epochDay(dateIn(usualZone, new Date(until))))
  return (
    <Notice
      kind="info"
      title={isAllowed ? `${day}부터 알림이 와요.` : `${day}부터 켤 수 있어요.`}
      titleAs="h2"
    >
      <p>번호를 확인한 지 얼마 안 됐어요.</p>
      <p>그때까지 이 휴대폰에는 약 알림이 안 와요.</p>
      {isAllowed ? null : <p>그날 이 쪽을 다시 열어 주세요.</p>}
      <p className="mt-3 font-bold">그동안은 휴대폰 시계에 알람을 맞춰 두세요.</p>
    </Notice>
  )
}
