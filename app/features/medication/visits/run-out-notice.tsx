import { LinkButton } from '~/ui/link-button'
import { Notice } from '~/ui/notice'
import { labelOf } from '../courses/course-label'
import { supplyInWords } from '../report/report-medicines'
import type { Facts } from '../schedule/facts'
import type { Moment } from '../schedule/moment'
import { suppliesToTell, type Supply } from '../stock/supplies'

interface Props {
  supplies: readonly Supply[]
  facts: Facts
  now: Moment
}

/** Medicines that run out soon, from five days before on. Nothing while all last longer. */
export function RunOutNotice({ supplies, facts, now }: Props) {
  const told = suppliesToTell(supplies, now)
  if (told.length === 0) return null
  return (
    <>
      {told.map((supply) => (
        <Notice key={supply.courseId} kind="info" word="약이 곧 끝나요">
          <p className="font-bold" data-name>
            {labelOf(facts, supply.courseId)}
          </p>
          <p>{supplyInWords(supply, now)}</p>
          <div className="mt-3 grid">
            <LinkButton to={`/medication/courses/${supply.courseId}`} variant="outlined" full>
              새 약 적기
            </LinkButton>
          </div>
        </Notice>
      ))}
    </>
  )
}
