import type { Values } from '../forms/form-values'
import { Button } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { PageHead } from '~/ui/page-head'
import { dayInWords } from '../wording'
import type { CourseFormProps } from '../stock/course-stock'
import { valuesOfCourse } from './course-values'
import { DetailDays } from './detail-days'
import { DetailLimits, DetailMeal, DetailUntil, DetailWords } from './detail-rest'
import { DetailTimes } from './detail-times'
import { DetailWhat } from './detail-what'
import { editWouldApply } from './edit-course'
import { PageForm } from '../forms/page-form'
import { namedMinutes } from '../hours/slot-minutes'

/** The same parts as for a new medicine, filled in, with the day from which other times would apply. */
export function EditForm(props: CourseFormProps & { typed: Values | undefined }) {
  const { course, version, medication, commandId, errors, submit } = props
  const { facts, now } = medication
  const typed = props.typed?.label ? props.typed : valuesOfCourse(facts, version, now)
  const part = { typed, errors }
  const isNeeded = course.kind === 'as_needed'
  const isPouch = course.kind === 'pouch'
  const from = editWouldApply(facts, version, now)
  const tomorrow = from === now.day ? ' 지난 시각을 더하면 내일부터예요.' : ''
  return (
    <div className="grid gap-6">
      <PageHead
        title="약 고치기"
        lead={
          isNeeded
            ? undefined
            : `때나 양을 고치면 ${dayInWords(from, now.day)}부터 바뀌어요.${tomorrow}`
        }
      />
      <ErrorSummary title="한 번 더 봐 주세요" errors={errors} />
      <PageForm commandId={commandId} onSubmit={submit} hidden={{ baseId: version.id }}>
        <DetailWhat {...part} counts={!isPouch} />
        {isNeeded ? (
          <DetailLimits {...part} />
        ) : (
          <>
            <DetailTimes {...part} hours={namedMinutes(facts, now.day)} />
            <DetailDays {...part} />
            <DetailMeal {...part} />
          </>
        )}
        <DetailUntil {...part} />
        <DetailWords {...part} isPouch={isPouch} />
        <Button variant="primary" full big>
          고쳐 두기
        </Button>
      </PageForm>
    </div>
  )
}
