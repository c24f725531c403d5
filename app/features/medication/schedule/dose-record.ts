import { msPerMinute, type Instant } from './care-date'
import type { Answer, AnswerKind } from './facts'
import { sameDoseMin } from './numbers-to-confirm'

/** Everything that was answered to one key. */
export interface DoseRecord {
  key: string
  /** Answers that nobody replaced, the one to be shown first. */
  heads: readonly Answer[]
  /** What the heads say; null when nothing stands, because all was taken back. */
  shown: 'taken' | 'declined' | 'unknown' | null
  /** "두 기록이 달라요": the senior is asked once, and that answer replaces them all. */
  differ: boolean
  /** When it was taken; heads near each other are one dose. More than one: "두 번 드셨어요?". */
  takenAt: readonly Instant[]
  /** Deliberate second doses that were not taken back. */
  extras: readonly Answer[]
}

const precedence: Record<AnswerKind, number> = {
  taken: 0,
  unknown: 1,
  declined: 2,
  cleared: 3,
  extra: 4,
}

/** What the answers to one key come to, in whatever order they arrived. At least one is needed. */
export function doseRecord(key: string, answers: readonly Answer[], ownerId: string): DoseRecord {
  const [only] = answers
  if (only && answers.length === 1) return soleRecord(key, only)
  const standing = withoutReplaced(answers, ownerId)
  const heads = standing.filter(({ kind }) => kind !== 'extra').sort(toBeShown(ownerId))
  const extras = standing.filter(({ kind }) => kind === 'extra').sort(toBeShown(ownerId))
  return {
    key,
    heads,
    shown: shownKind(heads, extras),
    differ: new Set(heads.map(({ kind }) => kind)).size > 1,
    takenAt: apart(heads.filter(({ kind }) => kind === 'taken').map(answeredFor)),
    extras,
  }
}

/** As nearly every dose has it: nothing to replace, nothing to choose between. */
function soleRecord(key: string, answer: Answer): DoseRecord {
  const isExtra = answer.kind === 'extra'
  const heads = isExtra ? [] : [answer]
  const extras = isExtra ? [answer] : []
  const takenAt = answer.kind === 'taken' ? [answeredFor(answer)] : []
  return { key, heads, shown: shownKind(heads, extras), differ: false, takenAt, extras }
}

/** The instant an answer speaks of: when it was swallowed, else when it was answered. */
export const answeredFor = ({ takenWall, offsetMin, at }: Answer): Instant =>
  takenWall === null ? at : (takenWall - offsetMin) * msPerMinute

/** A helper replaces only what helpers wrote, and a second dose replaces nothing. */
export const mayReplace = (answer: Answer, other: Answer, ownerId: string): boolean =>
  answer.kind !== 'extra' && (answer.by === ownerId || other.by !== ownerId)

function withoutReplaced(answers: readonly Answer[], ownerId: string): readonly Answer[] {
  const isReplaced = (other: Answer) =>
    answers.some(
      (answer) => answer.replaces.includes(other.id) && mayReplace(answer, other, ownerId),
    )
  const standing = answers.filter((answer) => !isReplaced(answer))
  // Nobody can have seen an answer that saw theirs: such a circle replaces nothing.
  return standing.length > 0 ? standing : answers
}

/** The senior before a helper, then by kind, then the earliest; ids only make it the same everywhere. */
const toBeShown = (ownerId: string) => (a: Answer, b: Answer) =>
  Number(a.by !== ownerId) - Number(b.by !== ownerId) ||
  precedence[a.kind] - precedence[b.kind] ||
  answeredFor(a) - answeredFor(b) ||
  (a.id < b.id ? -1 : 1)

function shownKind(heads: readonly Answer[], extras: readonly Answer[]): DoseRecord['shown'] {
  const kind = heads[0]?.kind
  if (kind === 'taken' || kind === 'declined' || kind === 'unknown') return kind
  return extras.length > 0 ? 'taken' : null
}

/** The first of each bunch of instants that lie within half an hour of it. */
function apart(instants: readonly Instant[]): Instant[] {
  const firsts: Instant[] = []
  for (const instant of [...instants].sort((a, b) => a - b)) {
    if (instant - (firsts.at(-1) ?? -Infinity) > sameDoseMin * msPerMinute) firsts.push(instant)
  }
  return firsts
}
