import { text } from 'node:stream/consumers'
import { renderToPipeableStream } from 'react-dom/server'
import { expect, test } from 'vitest'
import { dropNulBytes } from './drop-nul-bytes.server'

test('a long Korean page arrives without broken letters, wherever a block ends', async () => {
  for (let shift = 0; shift < 4; shift++) {
    const paragraphs = Array.from({ length: 300 }, (_, i) => (
      <p key={i}>{`${'a'.repeat(shift)}곁에 체험판 ${i}`}</p>
    ))
    const body = dropNulBytes()
    const { pipe } = renderToPipeableStream(<div>{paragraphs}</div>, {
      onAllReady: () => void pipe(body),
    })
    const html = await text(body)
    expect(html).not.toContain('\0')
    expect(html).not.toContain('\uFFFD')
    expect(html.match(/곁에 체험판/g)).toHaveLength(300)
  }
})
