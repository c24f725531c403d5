import { ChoiceGroup, type Choice } from '~/ui/choice-group'
import { Disclosure } from '~/ui/disclosure'
import { Field } from '~/ui/field'
import type { NamedSlot } from '../schedule/facts'
import { slotNames, timeInWords } from '../wording'
import type { DetailPartProps } from './detail-what'
import { all, errorOf, one } from '../forms/form-values'
import { slotIcons } from '../pouch/pouch-slots-step'
import { exactTimeFields } from './read-dose-times'

interface DetailTimesProps extends DetailPartProps {
  hours: readonly { slotId: NamedSlot; minute: number }[]
}

/** At which times of day, and at exact times where the label wants them. */
export function DetailTimes({ hours, typed, errors }: DetailTimesProps) {
  const choices = hours.map(({ slotId, minute }): Choice => ({
    value: slotId,
    label: slotNames[slotId],
    detail: timeInWords(minute),
    icon: slotIcons[slotId],
  }))
  const isExact = exactTimeFields.some((field) => one(typed, field) || errorOf(errors, field))
  return (
    <>
      <ChoiceGroup
        many
        name="slot"
        legend="언제 드세요?"
        error={errorOf(errors, 'slot')}
        choices={choices}
        defaultValue={all(typed, 'slot')}
      />
      <Disclosure summary="정확한 시각에" icon="clock" open={isExact || undefined}>
        {exactTimeFields.map((field, at) => (
          <Field
            key={field}
            name={field}
            type="time"
            label={['첫째 시각', '둘째 시각', '셋째 시각'][at] ?? ''}
            error={errorOf(errors, field)}
            defaultValue={one(typed, field)}
          />
        ))}
      </Disclosure>
    </>
  )
}
