import type { Checked } from '../checked'
import type { ReasonCode, Span, Verdict } from '../verdict/verdict'

/** Where `words` stand in `text`. */
export const spanOf = (text: string, words: string): Span => {
  const start = text.indexOf(words)
  if (start < 0) throw new Error(`“${words}” is not in the text`)
  return [start, start + words.length]
}

interface Parts {
  reasons?: [ReasonCode, ...words: string[]][]
  links?: string[]
  numbers?: string[]
  level?: Verdict['level']
  trick?: Verdict['trick']
}

/** A verdict on `text` as a test needs it. */
export function verdictOn(text: string, parts: Parts): Verdict {
  return {
    level: parts.level ?? 'danger',
    trick: parts.trick ?? null,
    reasons: (parts.reasons ?? []).map(([code, ...words]) => ({
      code,
      spans: words.map((one) => spanOf(text, one)),
    })),
    links: (parts.links ?? []).map((link) => ({
      span: spanOf(text, link),
      host: link,
      registrableDomain: link,
      findings: [],
      owner: null,
    })),
    numbers: (parts.numbers ?? []).map((number) => ({
      span: spanOf(text, number),
      digits: number.replace(/\D/g, ''),
      office: null,
    })),
    knowledgeVersion: 'test',
  }
}

export const checkedAs = (text: string, parts: Parts): Checked => ({
  kind: 'message',
  text,
  verdict: verdictOn(text, parts),
  offices: [],
  numbersCheckedOn: '2026-11-25',
})
