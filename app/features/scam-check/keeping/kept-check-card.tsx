import { Form } from '@remix-run/react'
import { useState } from 'react'
import { addCommand } from '~/commands/add-command'
import { Button } from '~/ui/button'
import { Card } from '~/ui/card'
import { Icon, type IconName } from '~/ui/icon'
import { reasonWords, trickNames } from '../reason-words'
import { findNumbers } from '../verdict/find-numbers'
import { foldText } from '../verdict/fold-text'
import type { Level } from '../verdict/verdict'
import { StruckText } from '../verdict-view/struck-text'
import type { KeptCheck } from './kept-check'

const looks: Record<Level, { icon: IconName; word: string; mark: string }> = {
  danger: { icon: 'danger', word: '위험', mark: 'text-danger' },
  caution: { icon: 'caution', word: '주의', mark: 'text-caution-ink' },
  nothing_found: { icon: 'nothing', word: '찾지 못했어요', mark: 'text-quiet-ink' },
}
/** Whose a number is does not matter here: none of them is to be called. */
const noLists = { officialNumbers: [] }
const day = new Intl.DateTimeFormat('ko', { dateStyle: 'long', timeZone: 'Asia/Seoul' })

/** A check that was kept: when, how it ended, the words; and how to be rid of it, asked once. */
export function KeptCheckCard({ check }: { check: KeptCheck }) {
  const { id, at, level, trick, reasons, text } = check
  const { icon, word, mark } = looks[level]
  const [busy, setBusy] = useState(false)
  return (
    <Card as="li">
      <p className="text-caption text-soft">{day.format(new Date(at))}</p>
      <h2 className={`flex items-center gap-2 text-h2 font-bold ${mark}`}>
        <Icon name={icon} />
        {word}
      </h2>
      {trick ? <p className="text-body">닮은 수법: {trickNames[trick]}</p> : null}
      <p className="mt-2 text-body whitespace-pre-line" data-quoted>
        <StruckText text={text} numbers={findNumbers(foldText(text), noLists)} />
      </p>
      {reasons.length > 0 ? (
        <ul role="list" className="mt-2 grid gap-1 text-body">
          {reasons.map((code) => (
            <li key={code}>· {reasonWords[code]}</li>
          ))}
        </ul>
      ) : null}
      <details className="mt-3">
        <summary className="summary-button">지우기</summary>
        <Form
          method="post"
          className="mt-3 grid gap-3"
          onSubmit={(event) => {
            event.preventDefault()
            if (busy) return
            setBusy(true)
            void addCommand('forget_scam_check', { checkId: id })
          }}
        >
          <input type="hidden" name="checkId" value={id} />
          <p className="text-body">이 글과 결과를 지울까요? 다시 볼 수 없어요.</p>
          <Button variant="danger" full busy={busy ? '지우는 중' : undefined}>
            네, 지울게요
          </Button>
        </Form>
      </details>
    </Card>
  )
}
