import { lazy, Suspense } from 'react'
import { text } from 'node:stream/consumers'
import { renderToPipeableStream } from 'react-dom/server'
import { expect, test } from 'vitest'
import { htmlBody } from './html-body.server'

const paragraphs = (shift: number) =>
  Array.from({ length: 300 }, (_, i) => <p key={i}>{`${'a'.repeat(shift)}곁에 체험판 ${i}`}</p>)

test('a long Korean page arrives without broken letters, wherever a block ends', async () => {
  for (let shift = 0; shift < 4; shift++) {
    const body = htmlBody()
    const { pipe } = renderToPipeableStream(<div>{paragraphs(shift)}</div>, {
      onAllReady: () => void pipe(body),
    })
    const html = await text(body)
    expect(html).not.toContain('\0')
    expect(html).not.toContain('\uFFFD')
    expect(html.match(/곁에 체험판/g)).toHaveLength(300)
  }
})

test('what is ready goes on at once and as one, and what is not does not hold it back', async () => {
  let arrive: (page: { default: () => JSX.Element }) => void = () => undefined
  const Late = lazy(
    () => new Promise<{ default: () => JSX.Element }>((resolve) => (arrive = resolve)),
  )
  const body = htmlBody()
  const parts: string[] = []
  body.setEncoding('utf8').on('data', (part: string) => parts.push(part))
  const ended = new Promise((done) => body.on('end', done))
  await new Promise<void>((shown) => {
    const { pipe } = renderToPipeableStream(
      <div>
        {paragraphs(0)}
        <Suspense fallback="기다려 주세요">
          <Late />
        </Suspense>
      </div>,
      { onShellReady: () => void (pipe(body), shown()) },
    )
  })
  await new Promise(setImmediate)
  expect(parts).toHaveLength(1)
  expect(parts[0]).toContain('체험판 299')
  expect(parts[0]).toContain('기다려 주세요')
  arrive({ default: () => <p>늦게 온 글</p> })
  await ended
  expect(parts.slice(1).join('')).toContain('늦게 온 글')
})
