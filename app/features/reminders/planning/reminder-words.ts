import type { DoseGroup } from '~/features/medication/dose-card/dose-groups'
import { slotTitle } from '~/features/medication/wording'

/** What stands on the locked screen. `plainBody` names no medicine, whatever was chosen. */
export interface ReminderWords {
  title: string
  body: string
  plainBody: string
}

const plain = '곁에에서 확인하세요.'
const mostNamed = 4

/** @param names empty unless the person wants them on the locked screen */
export function doseWords(
  { slotId, minute }: Pick<DoseGroup, 'slotId' | 'minute'>,
  names: readonly string[],
): ReminderWords {
  const named = names.slice(0, mostNamed).join(', ')
  const more = names.length > mostNamed ? ` 외 ${names.length - mostNamed}가지` : ''
  return {
    title: `${slotTitle(slotId, minute)} 시간이에요`,
    body: named === '' ? plain : `${named}${more}`,
    plainBody: plain,
  }
}

export const cardWords: ReminderWords = {
  title: '오늘의 카드가 기다려요',
  body: '편하실 때 열어 보세요.',
  plainBody: '편하실 때 열어 보세요.',
}

export const testWords: ReminderWords = {
  title: '시험 알림이에요',
  body: '잘 왔어요. 눌러서 곁에로 가세요.',
  plainBody: '잘 왔어요. 눌러서 곁에로 가세요.',
}
