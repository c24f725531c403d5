// @vitest-environment jsdom
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { describe, expect, test } from 'vitest'
import { lintCopy } from '../../tools/copy-lint'
import RefusedNotice from './refused-notice'
import { explainRefusal, refusals, type RefusalReason } from './refusals'

const reasons = Object.keys(refusals) as RefusalReason[]

function draw(reason: string) {
  const decisions: string[] = []
  const place = document.createElement('div')
  document.body.replaceChildren(place)
  flushSync(() =>
    createRoot(place).render(
      <RefusedNotice
        reason={reason}
        onAgain={() => decisions.push('again')}
        onDrop={() => decisions.push('drop')}
      />,
    ),
  )
  const buttons = [...place.querySelectorAll('button')]
  return { place, buttons, decisions, words: buttons.map(({ textContent }) => textContent) }
}

describe.each(reasons)('a deed refused as %s', (reason) => {
  const { what, why, now, again } = refusals[reason]

  test('is explained by what happened, why, and what to do now, in plain Korean', () => {
    for (const sentence of [what, why, now]) expect(sentence).toMatch(/^[^.?!]*[가-힣][^.?!]*요\.$/)
    expect(new Set([what, why, now]).size).toBe(3)
    expect(lintCopy(`${what} ${why} ${now}`, 'error')).toEqual([])
  })

  test('is shown in these words and no others, and asks for a decision', () => {
    const { place, buttons, decisions, words } = draw(reason)
    const said = [...place.querySelectorAll('p')].map(({ textContent }) => textContent)
    expect(said).toEqual(['받지 못했어요', what, why, now])
    expect(place.textContent).not.toMatch(/[A-Za-z_]/)
    expect(words).toEqual(again ? ['다시 보내기', '그만두기'] : ['그만두기'])
    for (const button of buttons) button.click()
    expect(decisions).toEqual(again ? ['again', 'drop'] : ['drop'])
  })

  test('is told to do only what is offered', () => {
    if (!again) expect(now).not.toContain('다시 보내')
  })
})

test('a reason of a newer server is explained as one that the phone does not know', () => {
  for (const reason of ['moon_phase', 'constructor', ''])
    expect(explainRefusal(reason)).toBe(refusals.unexplained)
  expect(draw('moon_phase').place.textContent).not.toContain('moon')
})

test('a dose of a day that has not begun makes people look at the date', () => {
  const { why, now, again } = refusals.not_yet
  expect(`${why} ${now}`).toMatch(/휴대폰 날짜.*날짜를 보고/)
  expect(again).toBe(true)
})
