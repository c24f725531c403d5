import { one, type Outcome, type Values } from '../forms/form-values'
import type { Facts } from '../schedule/facts'
import type { Moment } from '../schedule/moment'
import { listChanges } from './list-changes'
import { putBack } from './put-back'

export const changesPath = '/medication/changes'

/** 되돌리기 and 알겠어요, told apart by `intent`; `changeId` says of which change. */
export function answerChange(
  values: Values,
  facts: Facts,
  now: Moment,
  newId: () => string,
): Outcome {
  const change = listChanges(facts, now).find(({ id }) => id === one(values, 'changeId'))
  if (!change) return returned('바뀐 것을 찾지 못했어요. 지금 약을 살펴봐 주세요.')
  const isBack = one(values, 'intent') === 'put-back'
  const back = isBack ? putBack(change, facts, now, newId) : {}
  if (!back) return returned('그 뒤에 또 바뀌어서 되돌릴 것이 없어요. 지금 약을 살펴봐 주세요.')
  const acknowledgements = [{ id: newId(), factId: change.id, putBack: isBack }]
  return {
    facts: { ...back, acknowledgements },
    to: `${changesPath}?done=${isBack ? 'put-back' : 'known'}`,
  }
}

const returned = (message: string): Outcome => ({ errors: [{ fieldId: 'content', message }] })
