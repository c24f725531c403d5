import type { FormEvent } from 'react'
import { Button } from '~/ui/button'
import { ChoiceGroup } from '~/ui/choice-group'
import { ErrorSummary } from '~/ui/error-summary'
import { Field } from '~/ui/field'
import { PageHead } from '~/ui/page-head'
import { PhotoField } from '../photos/photo-field'
import type { NamedSlot } from '../schedule/facts'
import { isoDate } from '../schedule/care-date'
import { isNamedSlot, slotNames } from '../wording'
import { DaysField } from '../forms/days-field'
import { useEntryPlace } from '../forms/entry-place'
import { errorOf, one, type FormError, type Values } from '../forms/form-values'
import { PageForm } from '../forms/page-form'
import type { OfferedBeginning } from './pouch-beginnings'

interface PouchDaysStepProps {
  commandId: string
  slots: readonly NamedSlot[]
  beginnings: readonly OfferedBeginning[]
  today: number
  typed: Values
  errors: readonly FormError[]
  onSubmit(event: FormEvent<HTMLFormElement>): void
}

/** Second of two steps: how many days, and from which dose on. The next dose is chosen beforehand. */
export function PouchDaysStep(props: PouchDaysStepProps) {
  const { commandId, slots, beginnings, today, typed, errors, onSubmit } = props
  const { isOwn } = useEntryPlace()
  const usual = beginnings.find(({ value }) => !value.startsWith('taken'))?.value
  const choices = [
    ...beginnings.map((beginning) => ({
      value: beginning.value,
      label: `${beginning.firstOn === today ? '오늘' : '내일'} ${nameOf(beginning)}부터`,
      detail: beginning.value.startsWith('taken') ? '벌써 드셨어요' : undefined,
    })),
    { value: 'other', label: '다른 날부터' },
  ]
  return (
    <div className="grid gap-6">
      <PageHead
        eyebrow="약봉지 넣기 · 2 중 2"
        title="며칠치 받으셨어요?"
        lead={`${slots.map((slotId) => slotNames[slotId]).join(', ')} 봉지예요.`}
      />
      <ErrorSummary title="한 번 더 봐 주세요" errors={errors} />
      <PageForm commandId={commandId} onSubmit={onSubmit} hidden={{ slot: slots }}>
        <DaysField
          label="며칠치"
          hint="봉지나 약국 종이에 적혀 있어요."
          error={errorOf(errors, 'days')}
          defaultValue={one(typed, 'days')}
        />
        <div className="group grid gap-3">
          <ChoiceGroup
            name="begin"
            legend="언제부터 드세요?"
            error={errorOf(errors, 'begin')}
            choices={choices}
            defaultValue={one(typed, 'begin') || usual}
          />
          <div className="group-[:not(:has([value=other]:checked))]:hidden">
            <Field
              name="beginOn"
              type="date"
              label="처음 드시는 날"
              error={errorOf(errors, 'beginOn')}
              defaultValue={one(typed, 'beginOn')}
              max={isoDate(today + 400)}
            />
          </div>
        </div>
        {isOwn ? <PhotoField name="photoId" hint="넣지 않아도 돼요." /> : null}
        <Button variant="primary" full big>
          적어 두기
        </Button>
      </PageForm>
    </div>
  )
}

const nameOf = ({ firstSlot }: OfferedBeginning) =>
  isNamedSlot(firstSlot) ? slotNames[firstSlot] : ''
