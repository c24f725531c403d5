import { Form } from '@remix-run/react'
import type { FormEvent } from 'react'
import { Button } from '~/ui/button'
import type { DoseGroup } from './dose-groups'
import type { ShownDose } from '../schedule/dose-state'
import type { Facts } from '../schedule/facts'
import type { Moment } from '../schedule/moment'
import { snoozedUntil } from '../schedule/snooze'
import { timeInWords } from '../wording'
import { EachDose } from './each-dose'
import { MoreAnswers } from './more-answers'
import { SayFields } from './say-fields'

export interface AskProps {
  group: DoseGroup
  facts: Facts
  now: Moment
  commandId: string
  onSubmit(event: FormEvent<HTMLFormElement>): void
  /** What is wrong with the time that was typed for exactly these doses. */
  errorOf(keys: readonly string[]): string | undefined
}

interface AnswerFormProps extends AskProps {
  filled: boolean
  late: boolean
  /** Its time has not come: asked only whether it was taken already. */
  early: boolean
}

/** 먹었어요, 나중에, 다른 답: for the whole group, and for each medicine where there are several. */
export function AnswerForm(props: AnswerFormProps) {
  const { group, facts, now, late, early, filled, onSubmit, commandId } = props
  const asked = group.open.length > 0 ? group.open : group.doses.filter(isUnanswered)
  const until = groupSnoozedUntil(facts, group.key, asked)
  const several = group.doses.length > 1
  if (early)
    return (
      <details>
        <summary className="summary-link">벌써 드셨어요?</summary>
        <div className="grid gap-3">
          <Choices {...props} asked={asked} />
          {several ? <EachDose {...props} doses={asked} /> : null}
        </div>
      </details>
    )
  const more = (
    <MoreAnswers
      {...props}
      asked={asked}
      each={several ? <EachDose {...props} doses={group.doses} /> : null}
      isEachWrong={several && group.doses.some(({ key }) => props.errorOf([key]) !== undefined)}
    />
  )
  return (
    <div className="grid gap-3">
      {late ? (
        <p className="text-body">
          드셨어요? 늦게 드셔도 되는지는 <strong>약사에게 물어보세요.</strong>
        </p>
      ) : null}
      {until !== null && until > now.wall ? (
        <p className="text-body font-bold">{timeInWords(until)}까지 미뤄 두었어요.</p>
      ) : null}
      <Form method="post" onSubmit={onSubmit}>
        <SayFields commandId={commandId} doses={asked} />
        <Button variant={filled ? 'primary' : 'outlined'} full big name="say" value="taken">
          {several && asked.length === group.doses.length ? '모두 먹었어요' : '먹었어요'}
        </Button>
      </Form>
      {late ? (
        more
      ) : (
        <div className="later-or-more">
          <Form method="post" onSubmit={onSubmit}>
            <SayFields commandId={commandId} doses={asked} />
            <Button variant="outlined" full name="say" value="later">
              나중에
            </Button>
          </Form>
          {more}
        </div>
      )}
    </div>
  )
}

function Choices({ asked, commandId, onSubmit }: AskProps & { asked: readonly ShownDose[] }) {
  return (
    <Form method="post" onSubmit={onSubmit} className="mt-2 grid gap-3">
      <SayFields commandId={commandId} doses={asked} />
      <Button variant="outlined" full big name="say" value="taken">
        네, 먹었어요
      </Button>
      <Button variant="outlined" full name="say" value="declined">
        안 먹을래요
      </Button>
    </Form>
  )
}

/** When the first of them is reminded of again; null while any is still reminded of, and where none is left. */
function groupSnoozedUntil(facts: Facts, group: string, doses: readonly ShownDose[]) {
  const each = doses.map(({ courseId }) => snoozedUntil(facts, group, courseId) ?? 0)
  return each.length === 0 || each.includes(0) ? null : Math.min(...each)
}

const isUnanswered = ({ record }: ShownDose) => !record?.shown
