import { Button } from '~/ui/button'
import { ChoiceGroup } from '~/ui/choice-group'
import { Disclosure } from '~/ui/disclosure'
import { LinkButton } from '~/ui/link-button'
import { labelOf } from './course-label'
import { pausesToConfirm } from '../schedule/pauses'
import type { CourseFormProps } from '../stock/course-stock'
import { isOver, type CourseState } from './course-state'
import { useEntryPlace } from '../forms/entry-place'
import { endsOn } from './end-course'
import { errorOf } from '../forms/form-values'
import { PageForm } from '../forms/page-form'
import { pausesNow } from '../pauses/pause-course'

/** Edit, pause and end one medicine; each with its question in the page. */
export function CourseChanges(props: CourseFormProps & { state: CourseState }) {
  const { course, medication, state } = props
  const { pathOf, isOwn } = useEntryPlace()
  const isOwnPause = pausesNow(medication.facts, course.id, medication.now).length > 0
  if (state === 'ended') return <Revive {...props} />
  return (
    <section aria-labelledby="changes" className="grid gap-3">
      <h2 id="changes" className="text-h2 font-bold">
        바꾸기
      </h2>
      {isOwnPause ? <Resume {...props} /> : null}
      {state === 'paused' && !isOwnPause ? <RestingAltogether offersEnd={isOwn} /> : null}
      <LinkButton to={pathOf(`/courses/${course.id}/edit`)} variant="outlined" full>
        고치기
      </LinkButton>
      {state === 'running' ? <Pause {...props} /> : null}
      <End {...props} />
    </section>
  )
}

/** Everything is paused, as in hospital: the person says when that is over. */
const RestingAltogether = ({ offersEnd }: { offersEnd: boolean }) =>
  offersEnd ? (
    <LinkButton to="/medication/pause" variant="outlined" full>
      쉬는 중 끝내기
    </LinkButton>
  ) : (
    <p className="text-body">약을 모두 쉬는 중이에요. 다시 시작은 그분 휴대폰에서 해요.</p>
  )

function Pause({ commandId, errors, submit }: CourseFormProps) {
  const error = errorOf(errors, 'reason')
  return (
    <Disclosure summary="이 약 쉬기" open={error !== undefined || undefined}>
      <PageForm commandId={commandId} onSubmit={submit} hidden={{ intent: 'pause' }}>
        <ChoiceGroup
          name="reason"
          legend="왜 쉬시나요?"
          hint="다시 시작할 때까지 묻지 않아요."
          error={error}
          choices={[
            { value: 'doctor', label: '의사가 쉬라고 했어요' },
            { value: 'other', label: '다른 까닭이에요' },
          ]}
        />
        <Button variant="outlined" full>
          쉬기
        </Button>
      </PageForm>
    </Disclosure>
  )
}

function Resume({ course, medication, commandId, submit }: CourseFormProps) {
  const { facts, now } = medication
  const asks = pausesToConfirm(facts, now.wall).some(({ courseId }) => courseId === course.id)
  return (
    <>
      {asks ? (
        <>
          <p className="text-body font-bold">일주일이 지났어요. 아직 쉬는 중이에요?</p>
          <PageForm commandId={commandId} onSubmit={submit} hidden={{ intent: 'still' }}>
            <Button variant="outlined" full>
              네, 쉬어요
            </Button>
          </PageForm>
        </>
      ) : null}
      <PageForm commandId={commandId} onSubmit={submit} hidden={{ intent: 'resume' }}>
        <Button variant="outlined" full>
          다시 시작
        </Button>
      </PageForm>
    </>
  )
}

function End({ course, version, medication, commandId, submit }: CourseFormProps) {
  const { facts, now } = medication
  const isToday = course.kind !== 'as_needed' && endsOn(facts, version, now) === now.day
  return (
    <Disclosure summary="이 약 끝내기">
      <p className="text-body font-bold">
        <span data-name>{labelOf(facts, course.id)}</span>, 이제 안 드시나요?
      </p>
      <p className="text-body">
        {isToday ? '오늘 약까지 여쭙고 내일부터 묻지 않아요.' : '오늘부터 묻지 않아요.'} 지난 기록은
        남아요.
      </p>
      <PageForm commandId={commandId} onSubmit={submit} hidden={{ intent: 'end' }}>
        <Button variant="danger" full>
          끝내기
        </Button>
      </PageForm>
    </Disclosure>
  )
}

function Revive({ course, version, commandId, submit, medication }: CourseFormProps) {
  const { pathOf } = useEntryPlace()
  if (!isOver(version, medication.now)) return null
  return (
    <section aria-labelledby="changes" className="grid gap-3">
      <h2 id="changes" className="text-h2 font-bold">
        다시 드시나요?
      </h2>
      <PageForm commandId={commandId} onSubmit={submit} hidden={{ intent: 'revive' }}>
        <Button variant="outlined" full>
          다시 챙기기
        </Button>
      </PageForm>
      <LinkButton to={pathOf(`/courses/${course.id}/edit`)} variant="quiet" full>
        고쳐서 다시
      </LinkButton>
    </section>
  )
}
