import { LinkButton } from '~/ui/link-button'
import { Notice } from '~/ui/notice'
import { labelOf } from '../courses/course-label'
import { pausesToConfirm } from '../schedule/pauses'
import type { Medication } from '../facts/use-medication'

/** A pause without an end is asked about after a week: where the answer is given. Nothing otherwise. */
export function PauseAsks({ medication: { facts, now } }: { medication: Medication }) {
  return pausesToConfirm(facts, now.wall).map(({ id, courseId }) => (
    <Notice key={id} kind="info" word="일주일이 지났어요">
      <p>
        {courseId === null ? '모든 약' : <span data-name>{labelOf(facts, courseId)}</span>}, 아직
        쉬는 중이에요?
      </p>
      <div className="mt-3 grid">
        <LinkButton
          to={courseId === null ? '/medication/pause' : `/medication/courses/${courseId}`}
          variant="outlined"
          full
        >
          답하기
        </LinkButton>
      </div>
    </Notice>
  ))
}
