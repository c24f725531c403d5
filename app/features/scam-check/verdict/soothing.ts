import { marks } from './marked-text'
import type { Reading } from './read-words'
import type { CheckKind } from './verdict'

const advert = /^.{0,30}광고|무료수신거부|무료거부|수신거부/
const keepsCode =
  /(?:인증|확인|승인|보안)(?:번호|코드|문자).{0,60}(?:알려주지|말하지|공유하지|노출|유출|묻지|물어보지|요구하지|절대|전달하지|입력)/
const warning =
  /(?:보이스피싱|스미싱|피싱|사기|사칭|금융사기|악성앱).{0,60}(?:주의|조심|예방|속지|누르지|하지마|않습니다|신고|의심|끊으)/

/** Points that plain, known and honest words take away; only where nothing is asked for that no office asks for. */
export function soothing({ marked, evidence, links, numbers }: Reading, kind: CheckKind): number {
  if (kind === 'call') return 0
  const codes = new Set(evidence.map(({ code }) => code))
  const asksMuch = [...codes].some(
    (code) =>
      code.startsWith('asks_') &&
      code !== 'asks_link_press' &&
      code !== 'asks_money' &&
      code !== 'asks_call_back',
  )
  if (asksMuch || codes.has('claims_family_new_number')) return 0
  const open = marked.text.includes(marks.link)
  let taken = 0
  if (advert.test(marked.text)) taken += 0.6
  if (!open && keepsCode.test(marked.text)) taken += 1.5
  if (!open && warning.test(marked.text)) taken += 1.5
  if (!open && links.length > 0) taken += 1.2
  if (!open && numbers.some(({ office }) => office !== null)) taken += 0.5
  return taken
}
