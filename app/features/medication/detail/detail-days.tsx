import { ChoiceGroup } from '~/ui/choice-group'
import { Field } from '~/ui/field'
import { weekdayNames } from '../courses/course-words'
import type { DetailPartProps } from './detail-what'
import { all, errorOf, one } from '../forms/form-values'

/** On which days: nothing is chosen beforehand, not even every day. */
export function DetailDays({ typed, errors }: DetailPartProps) {
  const number = (name: string, label: string) => (
    <Field
      name={name}
      label={label}
      error={errorOf(errors, name)}
      defaultValue={one(typed, name)}
      inputMode="numeric"
      autoComplete="off"
    />
  )
  return (
    <div className="group/days grid gap-3">
      <ChoiceGroup
        name="rule"
        legend="며칠마다 드세요?"
        error={errorOf(errors, 'rule')}
        defaultValue={one(typed, 'rule')}
        choices={[
          { value: 'daily', label: '매일' },
          { value: 'weekdays', label: '요일마다' },
          { value: 'every', label: '며칠에 한 번' },
          { value: 'cycle', label: '며칠 먹고 며칠 쉬기' },
        ]}
      />
      <div className="group-[:not(:has([value=weekdays]:checked))]/days:hidden">
        <ChoiceGroup
          many
          columns={2}
          name="weekday"
          legend="무슨 요일이에요?"
          error={errorOf(errors, 'weekday')}
          defaultValue={all(typed, 'weekday')}
          choices={weekdayNames.map((name, bit) => ({ value: String(bit), label: `${name}요일` }))}
        />
      </div>
      <div className="group-[:not(:has([value=every]:checked))]/days:hidden">
        {number('every', '며칠에 한 번이에요?')}
      </div>
      <div className="grid gap-3 group-[:not(:has([value=cycle]:checked))]/days:hidden">
        {number('cycleOn', '며칠 드세요?')}
        {number('cycleOff', '며칠 쉬세요?')}
      </div>
    </div>
  )
}
