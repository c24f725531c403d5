import type { Level } from '../../app/features/scam-check/verdict/verdict'

export interface Judged {
  kind: string
  /** null: nobody said what it is. */
  scam: boolean | null
  level: Level
}

/** One line for each kind and one for each side: how many, and which share was called what. */
export function figureLines(judged: readonly Judged[]): string[] {
  const sides = [
    { title: 'scam', rows: judged.filter(({ scam }) => scam === true) },
    { title: 'genuine', rows: judged.filter(({ scam }) => scam === false) },
    { title: 'not labelled', rows: judged.filter(({ scam }) => scam === null) },
  ]
  return sides.flatMap(({ title, rows }) => {
    if (rows.length === 0) return []
    const kinds = [...new Set(rows.map(({ kind }) => kind))]
    const each = kinds.map((kind) =>
      line(
        kind,
        rows.filter((row) => row.kind === kind),
      ),
    )
    return ['', ...(kinds.length > 1 ? each : []), line(`all ${title}`, rows)]
  })
}

function line(name: string, rows: readonly Judged[]): string {
  const share = (...levels: Level[]) => {
    const many = rows.filter(({ level }) => levels.includes(level)).length
    return `${((100 * many) / rows.length).toFixed(1).padStart(5)} %`
  }
  const found = `위험 or 주의 ${share('danger', 'caution')}`
  return `${name.padEnd(26)} ${String(rows.length).padStart(5)} rows  ${found}  위험 ${share('danger')}  주의 ${share('caution')}`
}
