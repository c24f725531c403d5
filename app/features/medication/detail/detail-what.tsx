import { Field } from '~/ui/field'
import { errorOf, one, type FormError, type Values } from '../forms/form-values'

export interface DetailPartProps {
  typed: Values
  errors: readonly FormError[]
}

/** What it is called; how much at a time, where that is not a pouch. */
export function DetailWhat({ typed, errors, counts }: DetailPartProps & { counts: boolean }) {
  return (
    <>
      <Field
        name="label"
        label="약 이름"
        hint="부르시는 대로 적어도 돼요."
        error={errorOf(errors, 'label')}
        defaultValue={one(typed, 'label')}
        autoComplete="off"
      />
      {counts ? (
        <div className="two-columns items-end gap-4">
          <Field
            name="amount"
            label="한 번에"
            hint="1, 반, 1.5"
            error={errorOf(errors, 'amount')}
            defaultValue={one(typed, 'amount')}
            inputMode="text"
            autoComplete="off"
          />
          <Field
            name="unit"
            label="세는 말"
            hint="알, 포, 숟가락"
            error={errorOf(errors, 'unit')}
            defaultValue={typed.unit ? one(typed, 'unit') : '알'}
            autoComplete="off"
          />
        </div>
      ) : null}
    </>
  )
}
