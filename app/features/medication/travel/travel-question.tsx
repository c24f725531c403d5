import { Button } from '~/ui/button'
import { Notice } from '~/ui/notice'
import type { Facts } from '../schedule/facts'
import type { Moment } from '../schedule/moment'
import { aheadInWords } from './travel'
import { useTravel } from './use-travel'

const done = {
  moved: '약 시간을 여기 시간으로 바꿨어요.',
  stays: '약 시간을 그대로 두었어요.',
} as const

/** Asked once in a place whose clocks differ; until it is answered nothing changes. */
export function TravelQuestion({ facts, now }: { facts: Facts; now: Moment }) {
  const { travel, answered, move, stay } = useTravel(facts, now)
  if (!travel) return answered ? <Notice kind="done" word={done[answered]} live="polite" /> : null
  return (
    <Notice
      kind="info"
      word="시계가 달라졌어요"
      title={`${travel.isHome ? '원래' : '여행지'} 시간으로 바꿀까요, 그대로 둘까요?`}
      live="polite"
    >
      <p>이 휴대폰 시계는 약 시간보다 {aheadInWords(travel.aheadMin)}.</p>
      {travel.asksPharmacist ? <p>몇 시에 드실지 약사에게 물어보세요.</p> : null}
      <div className="mt-3 grid gap-3">
        <Button type="button" variant="outlined" full onClick={move}>
          여기 시간으로 바꾸기
        </Button>
        <Button type="button" variant="outlined" full onClick={stay}>
          그대로 두기
        </Button>
      </div>
    </Notice>
  )
}
