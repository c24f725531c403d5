import type { FormEvent } from 'react'
import { Button } from '~/ui/button'
import { Disclosure } from '~/ui/disclosure'
import { Field } from '~/ui/field'
import { Notice } from '~/ui/notice'
import type { Course, CourseVersion } from '../schedule/facts'
import { stockOf } from '../schedule/stock'
import type { Medication } from '../facts/use-medication'
import { countField } from './count-stock'
import { DaysField } from '../forms/days-field'
import { errorOf, type FormError } from '../forms/form-values'
import { hasUnbegunPack } from './next-pack'
import { PageForm } from '../forms/page-form'
import { againInWords, countOfToday, shelfName, stockInWords, type Again } from './stock-words'

export interface CourseFormProps {
  course: Course
  version: CourseVersion
  medication: Medication
  commandId: string
  errors: readonly FormError[]
  submit(event: FormEvent<HTMLFormElement>): void
}

/** What is left and until when; one tap when a new pack has come; a count when it is not certain. */
export function CourseStock(props: CourseFormProps) {
  const { course, medication, commandId, submit } = props
  const { facts, now } = medication
  const stock = stockInWords(facts, course.id, now)
  const again = againInWords(facts, course.id, now)
  const counted = countOfToday(facts, course.id, now)
  // Another form for each that was sent: empty, and folded away again.
  const written = (list: readonly { courseId: string }[]) =>
    list.filter(({ courseId }) => courseId === course.id).length
  const countForm = <CountForm key={written(facts.stockCounts)} {...props} />
  return (
    <section aria-labelledby="stock" className="grid gap-3">
      <h2 id="stock" className="text-h2 font-bold">
        남은 약
      </h2>
      {stock ? (
        <Notice kind={stock.isOut ? 'nothing' : 'info'} word={stock.title}>
          {stock.detail}
          {stock.isOut ? ' 더 받으셨나요?' : ''}
          {stock.asksForCount ? ' 남은 약을 세어 보세요.' : ''}
        </Notice>
      ) : (
        <p className="text-body">
          {course.kind === 'as_needed'
            ? '받은 수를 적으면 남은 수를 알려 드려요.'
            : '며칠치인지 적으면 떨어지는 날을 알려 드려요.'}
        </p>
      )}
      {counted ? <p className="text-body">{counted}</p> : null}
      {stock?.asksForCount ? countForm : null}
      {again ? (
        <PageForm
          commandId={commandId}
          onSubmit={submit}
          hidden={{ intent: 'receive', [again.field]: again.typed }}
        >
          <Button variant="outlined" full icon="pill">
            새 약 받았어요
          </Button>
          <p className="text-caption text-soft">{again.words}</p>
        </PageForm>
      ) : null}
      <ReceiveForm key={`packs ${written(facts.packs)}`} {...props} again={again} />
      {stock && !stock.asksForCount ? countForm : null}
    </section>
  )
}

/** Another number than the last time, or the first one at all. */
function ReceiveForm(props: CourseFormProps & { again: Again | null }) {
  const { course, version, commandId, errors, submit, again } = props
  const isByAmount = course.kind === 'as_needed'
  const error = errorOf(errors, isByAmount ? 'amount' : 'days')
  return (
    <Disclosure
      summary={again ? (isByAmount ? '받은 수가 달라요' : '받은 날수가 달라요') : '받은 약 적기'}
      open={error !== undefined || undefined}
    >
      <PageForm commandId={commandId} onSubmit={submit} hidden={{ intent: 'receive' }}>
        {isByAmount ? (
          <Field
            name="amount"
            label={`몇 ${version.unit} 받으셨어요?`}
            error={error}
            inputMode="decimal"
            autoComplete="off"
          />
        ) : (
          <DaysField label="며칠치 받으셨어요?" error={error} />
        )}
        <Button variant="outlined" full>
          더하기
        </Button>
      </PageForm>
    </Disclosure>
  )
}

function CountForm({ course, version, medication, commandId, errors, submit }: CourseFormProps) {
  const { facts, now } = medication
  const shelves = stockOf(facts, course.id, now)
  const isWrong = shelves.some(({ slotId }) => errorOf(errors, countField(slotId)) !== undefined)
  return (
    <Disclosure summary="남은 약 세어 적기" open={isWrong || undefined}>
      <PageForm commandId={commandId} onSubmit={submit} hidden={{ intent: 'count' }}>
        {hasUnbegunPack(facts, course.id, now) ? (
          <p className="text-body">새로 받은 약은 빼고, 지금 드시는 것만 세어 주세요.</p>
        ) : null}
        {shelves.map(({ slotId }) => (
          <Field
            key={slotId}
            name={countField(slotId)}
            label={slotId === null ? `남은 수 (${version.unit})` : `${shelfName(slotId)} 봉지 수`}
            error={errorOf(errors, countField(slotId))}
            inputMode="decimal"
            autoComplete="off"
          />
        ))}
        <Button variant="outlined" full>
          센 수 적기
        </Button>
      </PageForm>
    </Disclosure>
  )
}
