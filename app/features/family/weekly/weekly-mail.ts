import type { FamilyWeek, SeniorWeek } from './load-week.server'
import { weekInWords } from './week'

export interface MailWords {
  subject: string
  text: string
}

/** @param code six digits */
export const codeMail = (code: string): MailWords => ({
  subject: '[곁에] 주소 확인 숫자예요',
  text: [
    `곁에 화면에 이 숫자를 넣어 주세요: ${code}`,
    '10분 안에 넣어 주세요. 곁에 직원도 이 숫자를 묻지 않아요.',
    '곁에에 주소를 적은 적이 없으면 이 메일은 지우셔도 돼요. 아무것도 더 보내지 않아요.',
  ].join('\n'),
})

/**
 * The week in words. The subject, which stands on locked screens, says nothing; a name stands only where there
 * are several seniors to tell apart.
 */
export function weekMail(
  { week, seniors }: FamilyWeek,
  weekUrl: string,
  stopUrl: string,
): MailWords {
  const of = ({ name, sentences }: SeniorWeek) =>
    [
      ...(seniors.length > 1 ? [`${name ?? '이름을 적지 않은 분'}${name ? ' 님' : ''}`] : []),
      ...sentences,
    ].join('\n')
  return {
    subject: '[곁에] 한 주 소식이 왔어요',
    text: [
      `${weekInWords(week)}예요.`,
      ...seniors.map(of),
      `곁에에서 보기: ${weekUrl}`,
      `그만 받기 (로그인 없이 한 번에): ${stopUrl}`,
    ].join('\n\n'),
  }
}
