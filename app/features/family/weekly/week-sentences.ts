import type { FamilyLine } from '../family-day'

type State = FamilyLine['state']

/** What a silence, or another answer, is called; never "missed". In this order. */
const others: readonly [State, string][] = [
  ['declined', '안 드신다고 하셨어요'],
  ['unknown', '기억이 안 난다고 하셨어요'],
  ['no_answer', '답이 없어요'],
  ['not_reached', '확인이 안 돼요'],
  ['no_record', '기록이 없어요'],
]

/**
 * A week of medicines in numbers: what was to be taken and how it stands. Names no medicine.
 * @param states of each time of the week; those that lie ahead, in a pause or in a journey are left out
 */
export function medicineSentences(states: readonly State[]): string[] {
  const count = (wanted: State) => states.filter((state) => state === wanted).length
  const taken = count('taken')
  const rest = others
    .map(([state, words]) => [count(state), words] as const)
    .filter(([number]) => number > 0)
  const whole = taken + rest.reduce((sum, [number]) => sum + number, 0)
  if (whole === 0) return ['약 드실 때가 없었어요.']
  const first =
    taken === whole
      ? `약 드실 때 ${whole}번 모두 드셨다고 하셨어요.`
      : taken === 0
        ? `약 드실 때가 ${whole}번 있었어요.`
        : `약 드실 때 ${whole}번 가운데 ${taken}번 드셨다고 하셨어요.`
  return [first, ...rest.map(([number, words]) => `${number}번은 ${words}.`)]
}

/** @param learned cards finished in the week */
export const cardSentence = (learned: number): string =>
  learned === 0 ? '마친 배움은 없어요.' : `배움 카드 ${learned}장을 마치셨어요.`
