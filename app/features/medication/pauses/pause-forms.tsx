import type { FormEvent } from 'react'
import { Button } from '~/ui/button'
import { ChoiceGroup } from '~/ui/choice-group'
import { Field } from '~/ui/field'
import { Notice } from '~/ui/notice'
import { careDateOf } from '../schedule/care-date'
import type { Pause } from '../schedule/facts'
import { dateInWords } from '../wording'
import { errorOf, one, type FormError, type Values } from '../forms/form-values'
import { PageForm } from '../forms/page-form'

interface PauseFormProps {
  commandId: string
  onSubmit(event: FormEvent<HTMLFormElement>): void
}

interface BeginPauseProps extends PauseFormProps {
  typed: Values
  errors: readonly FormError[]
}

export function BeginPause({ commandId, typed, errors, onSubmit }: BeginPauseProps) {
  return (
    <PageForm commandId={commandId} onSubmit={onSubmit} hidden={{ intent: 'begin' }}>
      <div className="group grid gap-3">
        <ChoiceGroup
          name="from"
          legend="언제부터 쉬세요?"
          error={errorOf(errors, 'from')}
          defaultValue={one(typed, 'from')}
          choices={[
            { value: 'now', label: '지금부터' },
            { value: 'yesterday', label: '어제부터' },
            { value: 'before', label: '며칠 전부터' },
          ]}
        />
        <div className="group-[:not(:has([value=before]:checked))]:hidden">
          <Field
            name="daysAgo"
            label="며칠 전부터예요?"
            error={errorOf(errors, 'daysAgo')}
            defaultValue={one(typed, 'daysAgo')}
            inputMode="numeric"
            autoComplete="off"
          />
        </div>
      </div>
      <Button variant="primary" full big>
        모두 쉬기
      </Button>
    </PageForm>
  )
}

interface HeldPauseProps extends PauseFormProps {
  pause: Pause
  /** A week has gone by. */
  asks: boolean
}

export function HeldPause({ commandId, pause, asks, onSubmit }: HeldPauseProps) {
  return (
    <div className="grid gap-4">
      <Notice kind="info" word={`${dateInWords(careDateOf(pause.fromWall))}부터 쉬어요`}>
        {asks ? '일주일이 지났어요. 아직 쉬는 중이에요?' : '퇴원하시면 눌러 주세요.'}
      </Notice>
      {asks ? (
        <PageForm commandId={commandId} onSubmit={onSubmit} hidden={{ intent: 'still' }}>
          <Button variant="outlined" full big>
            네, 쉬어요
          </Button>
        </PageForm>
      ) : null}
      <PageForm commandId={commandId} onSubmit={onSubmit} hidden={{ intent: 'end' }}>
        <Button variant="outlined" full big>
          퇴원했어요
        </Button>
      </PageForm>
      <PageForm commandId={commandId} onSubmit={onSubmit} hidden={{ intent: 'withdraw' }}>
        <Button variant="quiet" full>
          쉰 적 없어요
        </Button>
      </PageForm>
    </div>
  )
}
