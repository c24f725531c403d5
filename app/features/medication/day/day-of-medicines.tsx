import { LinkButton } from '~/ui/link-button'
import type { DoseGroup } from '../dose-card/dose-groups'
import type { Facts } from '../schedule/facts'
import type { Moment } from '../schedule/moment'
import { isNamedSlot, slotNames } from '../wording'

interface Props {
  facts: Facts
  groups: readonly DoseGroup[]
  /** Stands on the page already. */
  shown: DoseGroup | undefined
  now: Moment
}

/** One line on the rest of the day's medicines, leading to 약. Nothing for somebody without any. */
export function DayOfMedicines({ facts, groups, shown, now }: Props) {
  if (facts.courses.length === 0) return null
  const waiting = groups.filter(({ key, open }) => key !== shown?.key && open.length > 0)
  const today = groups.filter(({ day }) => day === now.day)
  const next = today.find(({ doses }) => doses.some(({ state }) => state === 'upcoming'))
  return (
    <LinkButton to="/medication" variant="outlined" full icon="pill">
      {restInWords(waiting.length, next, today)}
    </LinkButton>
  )
}

function restInWords(waiting: number, next: DoseGroup | undefined, today: DoseGroup[]): string {
  if (waiting > 0) return `기다리는 약 ${waiting}번`
  if (next) return isNamedSlot(next.slotId) ? `다음은 ${slotNames[next.slotId]} 약` : '다음 약 보기'
  const rests = today.some(({ doses }) => doses.some(({ state }) => state === 'paused'))
  const isAnswered = today.some(({ doses }) => doses.some(({ record }) => record?.shown))
  if (rests && !isAnswered) return '약을 쉬는 중이에요'
  const isOver = today.length > 0 && today.every(({ open }) => open.length === 0)
  return isOver ? '오늘 약 다 챙겼어요' : '약 보기'
}
