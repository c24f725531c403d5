import { useEffect, useRef, useState } from 'react'
import { thisPhone } from '~/offline/this-phone'
import { TextArea } from '~/ui/text-area'
import { keptQuestions } from './report-page'

/** What to ask the doctor: kept on this phone, sealed, and nowhere else. Printed as it was typed. */
export function Questions() {
  const [text, setText] = useState<string>()
  // One after the other, so that what was typed last is what stays.
  const writing = useRef(Promise.resolve())
  useEffect(() => {
    const read = async () => {
      const store = await thisPhone().openStore()
      setText((await store.read(keptQuestions))?.text ?? '')
    }
    void read().catch(() => setText(''))
  }, [])
  const change = (typed: string) => {
    setText(typed)
    writing.current = writing.current.then(async () => {
      const store = await thisPhone().openStore()
      await store.keep(keptQuestions, { text: typed })
    })
  }
  return (
    <section aria-labelledby="questions-title">
      <h2 id="questions-title" className="text-h2 font-bold">
        여쭤볼 것
      </h2>
      {text === undefined ? null : (
        <div className="print:hidden">
          <TextArea
            name="questions"
            label="의사께 여쭤볼 말"
            hint="이 휴대폰에만 적혀요. 다른 곳으로 보내지 않아요."
            rows={4}
            maxLength={2000}
            value={text}
            onChange={(event) => change(event.currentTarget.value)}
          />
        </div>
      )}
      {text ? (
        <p className="hidden text-body whitespace-pre-line print:block" data-name>
          {text}
        </p>
      ) : (
        <div className="hidden print:block" aria-hidden="true">
          <div className="paper-line" />
          <div className="paper-line" />
          <div className="paper-line" />
        </div>
      )}
    </section>
  )
}
