import { marks } from './marked-text'
import type { Reading } from './read-words'
import type { CheckKind, ReasonCode } from './verdict'

const advert = /^.{0,30}광고|무료수신거부|무료거부|수신거부/
const keepsCode =
  /(?:인증|확인|승인|보안)(?:번호|코드|문자).{0,60}(?:알려주지|말하지|공유하지|노출|유출|묻지|물어보지|요구하지|절대|전달하지|입력)/
/** A code that somebody has just asked for, and nothing else: no sum, no address, no number to call. */
const codeAlone =
  /^(?!.*(?:결제|승인|원완료|처리|ⓛ|ⓟ))(?:.{0,40}(?:(?:인증|보안|확인|로그인)(?:번호|코드)|(?:verification|login|signin|security)code).{0,24}\d{4,8}.{0,40}|.{0,12}\d{4,8}.{0,16}(?:verification|login|signin|security)code.{0,60})$/
const warning =
  /(?:보이스피싱|스미싱|피싱|사기|사칭|악성앱|가로채|빼내|빼앗).{0,80}(?:주의|조심|예방|속지|누르지|마세요|마십|않습니다|끊으|확인하)|(?:전화|문자|곳|데)(?:는|은|가)?(?:모두|전부|다)?(?:사기|피싱|가짜)|(?:것은|행위는|대여는|요구는|문자는|전화는|면)(?:모두|100|전부)?(?:사기|범죄)(?:예요|에요|입니다|이에요|일수|이니|니)|(?:모두|전부)사기(?:예요|이에요|입니다|니까)|(?:글|문자|전화|연락)(?:이|가)(?:돌고있|유행)|보낸것이아닙니다|(?:원래|아는|본래)번호로.{0,8}(?:전화|확인)|목소리로확인|싫다고하고|그냥끊|(?:링크|url|인터넷주소|웹주소)(?:.{0,12})(?:문자|메시지|카톡)?(?:를|는|은)?(?:절대|일절)?(?:보내지|발송하지|넣지|포함하지)않|(?:그거|그건|그게|이거|이건|이게|저거)(?:다|전부|딱|진짜|완전)?(?:보이스)?(?:사기|피싱)(?:야|다(?!른|시)|이에요|예요|에요|이야|래|지|니까|라니까|라고)/
/** Spam carries the mark of an advert as well: 「(광고)」 and a number to refuse at. */
const baitOfAdverts: ReadonlySet<ReasonCode> = new Set<ReasonCode>([
  'claims_cheap_loan',
  'claims_easy_job',
])
/** What people who know each other collect. */
const dues =
  /회비|곗돈|계모임|축의|조의|부의|헌금|월세|관리비|반찬값|재료비|동창|총무|물건값|잔금|대금|견적|나눠|엔빵|더치/
/** What offices tell everybody to do, who want nothing for themselves. */
const guidance =
  /(?:삼가|자제|금지|주의|유의|조심|대피|착용|협조|예방|준수|중단|중지|방문|이용|확인하고)(?:하여|해)?(?:을|를)?(?:주시기|주십시오|주세요|하시기|하십시오|하세요|바랍|부탁)|(?:발령|발효|해제|통제|폐쇄)(?:중|되|됐|하|합|$)|(?:입산|소각|출입|접근|외출)금지/
/** Where people know each other or can go themselves: a branch, the number they have, home tonight. */
const knownPlace = /영업점|지점(?:을|에|으로)|창구|대표번호|뒷면번호|통장에적힌번호|주민센터에|내원/
const meets =
  /(?:저녁|이따|주말|내일|밤|여섯시|\d시)(?:에|까지)?(?:.{0,8})(?:집에|집으로|들어갈|갈게|갈께|봐|만나|얘기)|(?:아빠|엄마|언니|오빠|형|누나)(?:한테|에게)전화|(?:예전|원래|전)번호로(?:도)?(?:전화|연락|연결)/
/** A letter that itself says in which room, on which day and at what hour needs no address to be opened. */
const roomAndHour =
  /(?:빈소|장례식장|장례원|예식장|웨딩|성당|교회|회관|호텔)(?=.{0,40}(?:\d+호|\d층|특실|홀|본당))(?=.{0,90}\d+일)(?=.{0,90}\d+시)/
const roaming = /로밍|roaming|welcometo|영사콜센터/

export const isAdvert = (marked: string) => advert.test(marked)

/** Points that plain, known and honest words take away. */
export function soothing(reading: Reading, kind: CheckKind): number {
  const { marked, evidence, links, numbers } = reading
  const { text } = marked
  if (kind === 'call') return hearsay(text)
  const open = text.includes(marks.link)
  if (!open && !numbers.some(({ isMobile }) => isMobile) && warning.test(text)) return 4
  if (!open && !asks(evidence) && meets.test(text)) return 0.9
  if (evidence.some(({ code }) => asksMuch(code))) return 0
  let taken = 0
  if (isAdvert(text) && !evidence.some(({ code }) => baitOfAdverts.has(code))) taken += 0.6
  if (roaming.test(text)) taken += 1
  if (links.every(isPlain) && invites(evidence) && roomAndHour.test(text)) taken += 0.6
  if (!open && (keepsCode.test(text) || codeAlone.test(text))) taken += 1.5
  if (!open && links.length > 0) taken += 1.2
  if (!open && numbers.length > 0 && numbers.every(({ office }) => office !== null)) taken += 1.7
  else if (
    !open &&
    numbers.length > 0 &&
    numbers.every((one) => one.office !== null || isRented(one))
  )
    taken += 0.6
  if (!open && dues.test(text)) taken += 0.7
  if (!open && !numbers.some(isOwn) && knownPlace.test(text)) taken += 0.8
  if (leadsNowhere(reading) && guidance.test(text)) taken += 0.8
  return taken
}

/** 15xx, 16xx, 18xx: rented by offices as by others; a hint, no proof. */
export const isRented = ({ digits }: Reading['numbers'][number]) => /^1[568]\d{6}$/.test(digits)

/** No address, no number but an office's, and nothing that is asked or wants an answer. */
const leadsNowhere = ({ evidence, links, numbers }: Reading) =>
  links.length === 0 &&
  numbers.every(({ office }) => office !== null) &&
  evidence.every(({ code }) => harmless.has(code))
const harmless: ReadonlySet<ReasonCode> = new Set<ReasonCode>([
  'claims_authority',
  'claims_fine',
  'presses_time',
  'presses_threat',
])

const isPlain = ({ findings }: Reading['links'][number]) =>
  findings.every((one) => one === 'official')
const invites = (evidence: Reading['evidence']) =>
  evidence.some(({ code }) => code === 'claims_invitation')
const isOwn = (one: Reading['numbers'][number]) => one.office === null && !isRented(one)
const asks = (evidence: Reading['evidence']) =>
  evidence.some(({ code }) => code.startsWith('asks_'))

const mildAsks: readonly ReasonCode[] = ['asks_link_press', 'asks_money', 'asks_call_back']
const asksMuch = (code: ReasonCode) =>
  code === 'claims_family_new_number' || (code.startsWith('asks_') && !mildAsks.includes(code))

const toldByOthers =
  /[했었겼왔됐았렸갔샀녔꼈냈][대다](?:요|더라|던데|며)|[했었겼왔됐았렸갔샀냈]대(?!출|로|상|한|리|행|신|표)|다더라|라더라|라던데|준대|한대요|된대요|뉴스(?:봤|보고|에서|를|에나)|찐센터|당했|뺏겼/g

/** People who tell each other of a scam use its words, in the tone of hearsay. */
function hearsay(text: string): number {
  const many = (text.slice(0, 20_000).match(toldByOthers) ?? []).length
  return many < 2 || text.length > 350 * many ? 0 : Math.min(2, many * 0.5)
}
