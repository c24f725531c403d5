import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { drawCode } from '../../../app/features/scam-check/pictures/test-codes'

const [width, height] = [640, 480]

/** A film of one frame for the browser's stand-in camera: a grey desk with a QR code on it. @returns its file. */
export function filmCode(text: string): string {
  const code = drawCode(text, 6)
  const left = Math.floor((width - code.width) / 2)
  const top = Math.floor((height - code.height) / 2)
  const light = Buffer.alloc(width * height, 150)
  for (let y = 0; y < code.height; y++)
    for (let x = 0; x < code.width; x++)
      light[(top + y) * width + left + x] = code.data[(y * code.width + x) * 4] ? 235 : 16
  const colour = Buffer.alloc((width * height) / 2, 128)
  const frame = Buffer.concat([Buffer.from('FRAME\n'), light, colour])
  const file = join(mkdtempSync(join(tmpdir(), 'gyeote-film-')), 'code.y4m')
  const head = Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420mpeg2\n`)
  writeFileSync(file, Buffer.concat([head, frame, frame]))
  return file
}
