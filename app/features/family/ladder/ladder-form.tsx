import { Form, useNavigation } from '@remix-run/react'
import { afterChoices } from '~/features/reminders/ladder/ladder'
import { Button } from '~/ui/button'
import { ChoiceGroup } from '~/ui/choice-group'
import { ErrorSummary } from '~/ui/error-summary'
import { Field } from '~/ui/field'
import { nobodyNext, type LadderErrors, type TypedChoice } from './ladder-choice'
import { LadderConsent } from './ladder-consent'
import type { LadderPage, LadderRelative } from './load-ladder.server'

interface LadderFormProps {
  page: LadderPage
  typed: TypedChoice
  errors: LadderErrors
}

const afterWords = { 60: '한 시간 뒤', 90: '한 시간 반 뒤', 120: '두 시간 뒤' } as const

/** Plain choices, none of a medicine or a relative made ahead; both buttons alike. */
export function LadderForm({ page, typed, errors: found }: LadderFormProps) {
  const { formData } = useNavigation()
  const busy = (intent: string) =>
    formData?.get('intent') === intent ? '적는 중이에요' : undefined
  const { next, ...others } = found
  // Where one relative is left nobody follows: what is said of who should is said there.
  const errors: LadderErrors =
    next === undefined || page.relatives.length > 1
      ? found
      : { ...others, first: others.first ?? next }
  const listed = Object.entries(errors).map(([fieldId, message]: [string, string]) => ({
    fieldId,
    message,
  }))
  return (
    <Form method="post" noValidate className="grid gap-6">
      <ErrorSummary title="한 번 더 봐 주세요" errors={listed} />
      <ChoiceGroup
        name="course"
        legend="어떤 약을 알릴까요?"
        hint="꼭 드셔야 하는 약만 골라 주세요. 비타민 같은 약은 안 고르셔도 돼요. 새 약은 여기서 따로 골라요."
        many
        error={errors.course}
        defaultValue={typed.courseIds}
        choices={page.medicines.map(({ id, label }) => ({ value: id, label }))}
      />
      <ChoiceGroup
        name="after"
        legend="언제 알릴까요?"
        hint="약 시간부터 세요."
        defaultValue={typed.after}
        choices={afterChoices.map((minutes) => ({
          value: String(minutes),
          label: afterWords[minutes],
        }))}
      />
      <ChoiceGroup
        name="first"
        legend="누구에게 먼저 알릴까요?"
        error={errors.first}
        defaultValue={typed.first}
        choices={page.relatives.map(choiceOf)}
      />
      {page.relatives.length > 1 ? (
        <ChoiceGroup
          name="next"
          legend="30분 뒤에도 답이 없으면?"
          hint="먼저 알린 분이 챙기겠다고 하면 안 알려요."
          error={errors.next}
          defaultValue={typed.next}
          choices={[
            { value: nobodyNext, label: '더 알리지 않기' },
            ...page.relatives.map(choiceOf),
          ]}
        />
      ) : null}
      <fieldset className="grid gap-4">
        <legend className="text-h2 font-bold">가족을 깨우지 않는 시간</legend>
        <p className="text-caption text-soft">
          이때 알릴 차례가 되면 알리지 않고 지나가요. 아침에 뒤늦게 알리지도 않아요.
        </p>
        <Field
          name="quietFrom"
          type="time"
          label="이때부터"
          defaultValue={typed.quietFrom}
          error={errors.quietFrom}
        />
        <Field
          name="quietTo"
          type="time"
          label="이때까지"
          defaultValue={typed.quietTo}
          error={errors.quietTo}
        />
      </fieldset>
      <LadderConsent />
      <div className="grid gap-3">
        <Button variant="outlined" full name="intent" value="choose" busy={busy('choose')}>
          이대로 알려 주세요
        </Button>
        <Button variant="outlined" full name="intent" value="refuse" busy={busy('refuse')}>
          알리지 마세요
        </Button>
      </div>
    </Form>
  )
}

const choiceOf = ({ linkId, name, relation, reached }: LadderRelative) => ({
  value: linkId,
  label: `${name} 님 (${relation})`,
  detail: reached ? '알림을 받을 수 있어요.' : '아직 알림을 못 받아서 건너뛰어요.',
})
