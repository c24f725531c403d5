import type { Checked } from '../checked'
import { levelWords, reasonWords, trickNames } from '../reason-words'
import { disarm } from './disarm'

/** For the family: what 곁에 found and why, and the message with nothing in it that can be tapped. */
export function tellFamily({ kind, text, verdict }: Checked): string {
  const { title, text: more } = levelWords[kind][verdict.level]
  const reasons = verdict.reasons.map(({ code }, index) => `${index + 1}. ${reasonWords[code]}`)
  return [
    `[곁에] ${title} ${more}`,
    ...(verdict.trick ? [`수법: ${trickNames[verdict.trick]}`] : []),
    ...reasons,
    '',
    kind === 'call' ? '전화로 들은 말:' : '받은 글:',
    disarm(text, verdict),
  ].join('\n')
}

/** For 118 and 1394: they need the address and the number as they came. */
export function report({ kind, text, verdict }: Checked): string {
  return [
    kind === 'call' ? '사기로 보이는 전화를 신고해요.' : '사기로 보이는 문자를 신고해요.',
    ...(verdict.trick ? [`수법: ${trickNames[verdict.trick]}`] : []),
    '',
    kind === 'call' ? '들은 말:' : '받은 글:',
    text,
  ].join('\n')
}
