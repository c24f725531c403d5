import { judge } from '../../app/features/scam-check/verdict/judge'
import type { Knowledge } from '../../app/features/scam-check/verdict/knowledge'
import type { CheckKind, Verdict } from '../../app/features/scam-check/verdict/verdict'
import type { TaughtRow } from './rows'
import { examplesOf, shareOfOther, trainWeights } from './train-weights'

const folds = 8

/**
 * Judges each row by a model that never saw its template family: the families, in the order of their names, are dealt
 * into eight hands, and each hand is judged by what the other seven teach, with `others`, the rows of the other kind.
 */
export function judgeLeftOut(
  rows: readonly TaughtRow[],
  others: readonly TaughtRow[],
  knowledge: Knowledge,
  kind: CheckKind,
): { row: TaughtRow; verdict: Verdict }[] {
  const families = [...new Set(rows.map(({ family }) => family))].sort()
  const handOf = new Map(families.map((family, i) => [family, i % folds]))
  const examples = rows.map((row) => examplesOf(row, knowledge.lists, kind))
  const shared = others.flatMap((row) => examplesOf(row, knowledge.lists, kind, shareOfOther))
  return Array.from({ length: folds }, (_, hand) => hand).flatMap((hand) => {
    const isOut = (row: TaughtRow) => handOf.get(row.family) === hand
    const weights = trainWeights(
      [...examples.flatMap((one, i) => (isOut(rows[i]!) ? [] : one)), ...shared],
      kind,
    )
    const taught = { ...knowledge, [kind]: weights }
    return rows
      .filter(isOut)
      .map((row) => ({ row, verdict: judge(row.text, taught, { kind, origin: 'typed' }) }))
  })
}
