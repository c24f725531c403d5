import { Fragment } from 'react'
import type { Checked } from '../checked'
import { reasonWords } from '../reason-words'
import type { Level } from '../verdict/verdict'
import { StruckText } from './struck-text'

const titles: Record<Level, string> = {
  danger: '왜 위험한가요?',
  caution: '왜 조심해야 하나요?',
  nothing_found: '',
}

/** At most three, each with the words it points at; a number among them is struck through here as well. */
export function ReasonsList({ text, verdict }: Pick<Checked, 'text' | 'verdict'>) {
  if (verdict.reasons.length === 0) return null
  return (
    <section aria-labelledby="reasons" className="grid gap-3">
      <h2 id="reasons" className="text-h2 font-bold">
        {titles[verdict.level]}
      </h2>
      <ol className="grid gap-3">
        {verdict.reasons.map(({ code, spans }, index) => (
          <li key={code} className="marked">
            <span className="reason-number" aria-hidden="true">
              {index + 1}
            </span>
            <div>
              <p className="text-body">{reasonWords[code]}</p>
              <p className="text-body font-bold" data-quoted>
                {spans.map((span) => (
                  <Fragment key={span[0]}>
                    {span === spans[0] ? '“' : ' “'}
                    <StruckText text={text} numbers={verdict.numbers} span={span} />”
                  </Fragment>
                ))}
              </p>
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}
