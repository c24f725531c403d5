import { ChoiceGroup } from '~/ui/choice-group'
import { Field } from '~/ui/field'
import { TextArea } from '~/ui/text-area'
import { mealWords } from '../courses/course-words'
import type { DetailPartProps } from './detail-what'
import { errorOf, one } from '../forms/form-values'

export function DetailMeal({ typed }: DetailPartProps) {
  return (
    <ChoiceGroup
      name="meal"
      legend="밥과는 어떻게 드세요?"
      defaultValue={one(typed, 'meal') || 'none'}
      choices={[
        { value: 'none', label: '적혀 있지 않아요' },
        ...Object.entries(mealWords).map(([value, label]) => ({ value, label })),
      ]}
    />
  )
}

/** 필요할 때만: what the label says against too much. */
export function DetailLimits({ typed, errors }: DetailPartProps) {
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
    <fieldset className="grid gap-3">
      <legend className="text-h2 font-bold">약에 적힌 한도</legend>
      <p className="text-caption text-soft">적혀 있지 않으면 비워 두세요.</p>
      <div className="two-columns items-end gap-4">
        {number('gapHours', '몇 시간 간격')}
        {number('gapMinutes', '그리고 몇 분')}
      </div>
      {number('max24h', '하루에 몇 번까지')}
    </fieldset>
  )
}

export function DetailWords({ typed, errors, isPouch }: DetailPartProps & { isPouch: boolean }) {
  return (
    <TextArea
      name="instruction"
      label={isPouch ? '봉지에 든 약과 적힌 말' : '약에 적힌 말'}
      hint={
        isPouch
          ? '약 이름을 한 줄에 하나씩 적어도 돼요.'
          : '그대로 옮겨 적어 주세요. 비워 두어도 돼요.'
      }
      error={errorOf(errors, 'instruction')}
      defaultValue={one(typed, 'instruction')}
    />
  )
}

export function DetailUntil({ typed, errors }: DetailPartProps) {
  return (
    <Field
      name="lastOn"
      type="date"
      label="마지막 날"
      hint="정해지지 않았으면 비워 두세요."
      error={errorOf(errors, 'lastOn')}
      defaultValue={one(typed, 'lastOn')}
    />
  )
}
