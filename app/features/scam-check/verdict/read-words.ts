import { findNumbers, type LocatedNumber } from './find-numbers'
import { compactDisguises } from './disguises'
import { foldText } from './fold-text'
import type { Lists } from './knowledge'
import { examineLinks, type ExaminedLink } from './links/examine-links'
import { originalSpan, wholeWords, type MappedText } from './mapped-text'
import { markedText, marks } from './marked-text'
import { findSignals, type Signal } from './signals/find-signals'
import { senderOf } from './signals/sender'
import { speakerLabels, unwritten } from './speaker-labels'
import type { CheckKind, CheckOrigin, LinkFinding, ReasonCode, Span } from './verdict'

/** One reason that could be told, with all words it rests on. */
export interface Evidence {
  code: ReasonCode
  spans: Span[]
}

/** All that can be seen in a text without weighing it. */
export interface Reading {
  links: ExaminedLink[]
  numbers: LocatedNumber[]
  marked: MappedText
  /** Each code once, in the order of their first words. */
  evidence: Evidence[]
}

const reasonOf: Partial<Record<LinkFinding, ReasonCode>> = {
  imitates_official: 'link_imitates_official',
  app_file: 'link_app_file',
  ip_address: 'link_ip_address',
  user_at_host: 'link_user_at_host',
  foreign_letters: 'link_foreign_letters',
  odd_port: 'link_odd_port',
  suspicious_ending: 'link_suspicious_ending',
  split: 'link_split',
  shortened: 'link_shortened',
  hidden: 'link_hidden',
  open_chat: 'link_open_chat',
}

/** Reads a text: its links, numbers and everything that could become a reason. Linear in the length. */
export function readWords(
  original: string,
  lists: Lists,
  { kind, origin }: { kind: CheckKind; origin: CheckOrigin },
): Reading {
  const folded = foldText(original)
  const links = examineLinks(original, folded, lists)
  const numbers = findNumbers(folded, lists).filter(
    ({ from, to }) => !links.some((link) => from < link.to && to > link.from),
  )
  const marked = markedText(
    folded,
    links,
    numbers,
    kind === 'call' ? speakerLabels(folded.text) : unwritten(folded.text),
  )
  const found: { code: ReasonCode; span: Span }[] = unambiguous(findSignals(marked.text, kind)).map(
    ({ code, from, to }) => ({
      code,
      span: wholeWords(original, originalSpan(marked, from, to)),
    }),
  )
  const disguises = kind === 'message' ? compactDisguises(folded) : []
  for (const span of disguises) found.push({ code: 'hides_letters', span })
  const sender = senderOf(folded.text, lists)
  for (const link of links) {
    const codes = link.findings.flatMap((finding) => reasonOf[finding] ?? [])
    const strange = sender !== null && link.host !== null && link.owner !== sender
    if (strange && !link.findings.includes('official')) codes.push('link_not_of_sender')
    if (link.findings.length === 0) codes.push('link_unknown')
    if (origin === 'read_from_picture') codes.push('link_read_from_picture')
    found.push(...codes.map((code) => ({ code, span: link.span })))
  }
  for (const span of pressedLinks(marked)) found.push({ code: 'asks_link_press', span })
  return { links, numbers, marked, evidence: gather(found) }
}

/** `주소 오류` of a parcel is no trouble of an account, though it has the words of both. */
function unambiguous(signals: readonly Signal[]): Signal[] {
  const parcels = signals.filter(({ code }) => code === 'claims_parcel_problem')
  return signals.filter(
    ({ code, from, to }) =>
      code !== 'claims_account_problem' ||
      !parcels.some((parcel) => from < parcel.to + nearby && to + nearby > parcel.from),
  )
}

const nearby = 20

const press =
  /(?:확인|조회|클릭|접속|눌러|누르|열어|열람|보기|바로가기|신청|다운|수령|참여|입장|등록|변경|수정|로그인|방문|요청|복구|갱신|업데이트|사용)(?:[가-힣]{0,10})ⓛ/g

function pressedLinks(marked: MappedText): Span[] {
  return [...marked.text.matchAll(press)]
    .slice(0, 20)
    .map((match) =>
      originalSpan(marked, match.index, match.index + match[0].length - marks.link.length),
    )
}

function gather(found: readonly { code: ReasonCode; span: Span }[]): Evidence[] {
  const byCode = new Map<ReasonCode, Span[]>()
  for (const { code, span } of [...found].sort((a, b) => a.span[0] - b.span[0])) {
    const spans = byCode.get(code) ?? []
    const last = spans.at(-1)
    if (!last || span[0] >= last[1]) spans.push(span)
    byCode.set(code, spans)
  }
  return [...byCode].map(([code, spans]) => ({ code, spans }))
}
