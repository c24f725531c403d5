// @vitest-environment jsdom
import { createRemixStub } from '@remix-run/testing'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { KeptCheckCard } from '../keeping/kept-check-card'
import { MarkedMessage } from './marked-message'
import { ReasonsList } from './reasons-list'
import { checkedAs } from './test-verdict'
import { VerdictBlock } from './verdict-block'

const text = '택배 문의는 010-1234-5678로 전화 주세요.'
const checked = checkedAs(text, {
  reasons: [['asks_call_back', '010-1234-5678로 전화']],
  numbers: ['010-1234-5678'],
})
/** What is left to read where everything struck through is taken out. */
const unstruck = (html: string) => html.replace(/<s\b[^>]*>.*?<\/s>/g, '').replace(/<[^>]*>/g, '')

test.each([
  ['the message', <MarkedMessage key="a" {...checked} />],
  ['the words of a reason', <ReasonsList key="b" {...checked} />],
])('a number out of the message is struck through in %s, and calls nobody', (_where, shown) => {
  const html = renderToStaticMarkup(shown)
  expect(html).toContain('010-1234-5678')
  expect(unstruck(html)).not.toContain('1234')
  expect(html).not.toContain('<a ')
})

test('so is one in a message that was kept', () => {
  const check = { id: 'a', at: '2026-11-25T00:00:00Z', kind: 'message', level: 'danger' } as const
  const kept = { ...check, trick: null, reasons: ['asks_call_back' as const], text }
  const Page = createRemixStub([{ path: '/', Component: () => <KeptCheckCard check={kept} /> }])
  const place = document.createElement('div')
  flushSync(() => createRoot(place).render(<Page />))
  expect(place.textContent).toContain('010-1234-5678')
  expect(unstruck(place.innerHTML)).not.toContain('1234')
})

test.each(['danger', 'caution', 'nothing_found'] as const)(
  '%s has a sign of its own, which is never a tick',
  (level) => {
    const tick = 'M4.5 15l6.5 6.5L23.5 8'
    const html = renderToStaticMarkup(
      <VerdictBlock checked={checkedAs(text, { level })} isNew={false} />,
    )
    expect(html).toContain('<svg')
    expect(html).not.toContain(tick)
    expect(html).not.toContain('안전합니다')
  },
)
