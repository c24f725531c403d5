import type { FormEvent } from 'react'
import { Button } from '~/ui/button'
import { ChoiceGroup } from '~/ui/choice-group'
import { ErrorSummary } from '~/ui/error-summary'
import { Field } from '~/ui/field'
import { PageHead } from '~/ui/page-head'
import { isoDate } from '../schedule/care-date'
import type { Medication } from '../facts/use-medication'
import { DaysField } from '../forms/days-field'
import { BegunQuestion } from './begun-question'
import { begunField } from './begun-today'
import { DetailDays } from './detail-days'
import { DetailLimits, DetailMeal, DetailUntil, DetailWords } from './detail-rest'
import { DetailTimes } from './detail-times'
import { DetailWhat } from './detail-what'
import { errorOf, one, type FormError, type Values } from '../forms/form-values'
import { PageForm } from '../forms/page-form'
import { namedMinutes } from '../hours/slot-minutes'

interface DetailFormProps {
  medication: Pick<Medication, 'facts' | 'now'>
  commandId: string
  typed: Values
  errors: readonly FormError[]
  submit(event: FormEvent<HTMLFormElement>): void
}

/** One medicine with everything that its label says. */
export function DetailForm({ medication, commandId, typed, errors, submit }: DetailFormProps) {
  const { facts, now } = medication
  const part = { typed, errors }
  const question = errors.find(({ fieldId }) => fieldId === begunField)?.question
  return (
    <div className="grid gap-6">
      <PageHead title="약 하나 적기" lead="봉지나 상자를 옆에 두고 적어요." />
      {question ? null : <ErrorSummary title="한 번 더 봐 주세요" errors={errors} />}
      <PageForm commandId={commandId} onSubmit={submit}>
        {question ? <BegunQuestion question={question} /> : null}
        <DetailWhat {...part} counts />
        <div className="group/kind grid gap-6">
          <ChoiceGroup
            name="kind"
            legend="어떻게 드세요?"
            defaultValue={one(typed, 'kind') || 'set'}
            choices={[
              { value: 'set', label: '때를 정해서' },
              { value: 'needed', label: '필요할 때만' },
            ]}
          />
          <div className="grid gap-6 group-[:has([value=needed]:checked)]/kind:hidden">
            <DetailTimes {...part} hours={namedMinutes(facts, now.day)} />
            <DetailDays {...part} />
            <DetailMeal {...part} />
            <DaysField
              label="며칠치 받으셨어요?"
              hint="모르면 비워 두세요."
              error={errorOf(errors, 'days')}
              defaultValue={one(typed, 'days')}
            />
          </div>
          <div className="group-[:not(:has([value=needed]:checked))]/kind:hidden">
            <DetailLimits {...part} />
          </div>
        </div>
        <Field
          name="fromOn"
          type="date"
          label="시작하는 날"
          error={errorOf(errors, 'fromOn')}
          defaultValue={one(typed, 'fromOn') || isoDate(now.day)}
        />
        <DetailUntil {...part} />
        <DetailWords {...part} isPouch={false} />
        <Button variant="primary" full big>
          적어 두기
        </Button>
      </PageForm>
    </div>
  )
}
