import { Link } from '@remix-run/react'
import type { FormEvent } from 'react'
import { Button } from '~/ui/button'
import { ChoiceGroup, type Choice } from '~/ui/choice-group'
import { ErrorSummary } from '~/ui/error-summary'
import type { IconName } from '~/ui/icon'
import { PageHead } from '~/ui/page-head'
import type { NamedSlot } from '../schedule/facts'
import { slotNames, timeInWords } from '../wording'
import { useEntryPlace } from '../forms/entry-place'
import { errorOf, type FormError } from '../forms/form-values'
import { PageForm } from '../forms/page-form'
import { slotsStep } from './pouch-course'

export const slotIcons: Record<NamedSlot, IconName> = {
  morning: 'sunrise',
  noon: 'sun',
  evening: 'sunset',
  bedtime: 'moon',
}

interface PouchSlotsStepProps {
  commandId: string
  hours: readonly { slotId: NamedSlot; minute: number }[]
  chosen: readonly NamedSlot[]
  errors: readonly FormError[]
  onNext(event: FormEvent<HTMLFormElement>): void
}

/** First of two steps: at which times of day there is a pouch. Nothing is chosen beforehand. */
export function PouchSlotsStep({ commandId, hours, chosen, errors, onNext }: PouchSlotsStepProps) {
  const { pathOf } = useEntryPlace()
  const choices = hours.map(({ slotId, minute }): Choice => ({
    value: slotId,
    label: slotNames[slotId],
    detail: timeInWords(minute),
    icon: slotIcons[slotId],
  }))
  return (
    <div className="grid gap-6">
      <PageHead eyebrow="약봉지 넣기 · 2 중 1" title="어느 때 봉지가 있나요?" />
      <ErrorSummary title="한 번 더 봐 주세요" errors={errors} />
      <PageForm commandId={commandId} onSubmit={onNext} hidden={{ step: slotsStep }}>
        <ChoiceGroup
          many
          name="slot"
          legend="어느 때 봉지가 있나요?"
          legendHidden
          error={errorOf(errors, 'slot')}
          choices={choices}
          defaultValue={chosen}
        />
        <Button variant="primary" full big>
          다음
        </Button>
      </PageForm>
      <nav aria-label="다른 길" className="grid gap-2">
        <OtherWay to={pathOf('/hours')}>약 시간 바꾸기</OtherWay>
        <OtherWay to={pathOf('/new/detail')}>약 하나를 자세히 적기</OtherWay>
      </nav>
    </div>
  )
}

function OtherWay({ to, children }: { to: string; children: string }) {
  return (
    <Link
      to={to}
      className="flex min-h-target items-center text-body font-bold text-pine underline decoration-2 underline-offset-6"
    >
      {children}
    </Link>
  )
}
