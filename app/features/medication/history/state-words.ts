import type { DoseState } from '../schedule/dose-state'
import { minutesPerDay, type EpochDay, type WallMinute } from '../schedule/care-date'
import type { Answer } from '../schedule/facts'
import { dateInWords, timeInWords } from '../wording'

/** The states of a dose in a word or two, the same on pages and on paper. Never "missed". */
export const stateWords: Record<DoseState, string> = {
  taken: '드셨어요',
  declined: '안 드신다고 하셨어요',
  unknown: '기억이 안 나요',
  question: '답이 없어요',
  no_record: '기록 없음',
  paused: '쉬는 중',
  travelling: '여행 중',
  due: '약 시간',
  upcoming: '예정',
}

/** What always stands in the legend; the others only where a month has them. */
export const usualStates: readonly DoseState[] = [
  'taken',
  'declined',
  'unknown',
  'question',
  'no_record',
  'paused',
]

const sentences: Record<Exclude<DoseState, 'taken'>, string> = {
  declined: '안 드신다고 하셨어요.',
  unknown: '기억이 안 난다고 하셨어요.',
  question: '아직 답이 없어요.',
  no_record: '기록이 없어요.',
  paused: '쉬는 때예요.',
  travelling: '여행하느라 건너뛴 시간이에요.',
  due: '지금이 약 시간이에요.',
  upcoming: '아직 시간 전이에요.',
}

/** `오전 8시 5분에 드셨어요.` @param takenWall of the answer that is shown, when it is `taken` */
export function stateSentence(
  state: DoseState,
  day: EpochDay,
  takenWall: WallMinute | null,
): string {
  if (state !== 'taken') return sentences[state]
  return takenWall === null ? '드셨어요.' : `${whenInWords(takenWall, day)}에 드셨어요.`
}

/** `오전 8시 5분`; with the date where it is not the care date's own. */
export function whenInWords(wall: WallMinute, day: EpochDay): string {
  const date = Math.floor(wall / minutesPerDay)
  return date === day ? timeInWords(wall) : `${dateInWords(date)} ${timeInWords(wall)}`
}

/** `오전 8시에 드셨다고`, to be followed by who said or wrote it. */
export function answerInWords({ kind, takenWall }: Answer, day: EpochDay): string {
  const when = takenWall === null ? '' : `${whenInWords(takenWall, day)}에 `
  switch (kind) {
    case 'taken':
      return `${when}드셨다고`
    case 'extra':
      return `${when}한 번 더 드셨다고`
    case 'declined':
      return '안 드신다고'
    case 'unknown':
      return '기억이 안 난다고'
    case 'cleared':
      return '답을 지운다고'
  }
}
