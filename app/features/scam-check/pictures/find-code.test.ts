import { afterEach, expect, it } from 'vitest'
import { findCode } from './find-code.client'
import { drawCode } from './test-codes'

const address = 'https://주차.example/벌금?id=1'
const pixels = drawCode(address)
const blank = { ...pixels, data: new Uint8ClampedArray(pixels.data.length).fill(255) }
afterEach(() => void Reflect.deleteProperty(globalThis, 'BarcodeDetector'))

/** A browser with eyes of its own. */
function giveEyes(detect: () => Promise<{ rawValue: string }[]>, formats = ['qr_code']) {
  class Eyes {
    static getSupportedFormats = async () => formats
    detect = detect
  }
  Object.assign(globalThis, { BarcodeDetector: Eyes })
}

it.each(['picture', 'camera'] as const)(
  'reads a code, Korean too, with patience for a %s',
  async (patience) => {
    expect(await findCode(pixels, patience)).toBe(address)
    expect(await findCode(blank, patience)).toBeNull()
  },
)

it('uses the eyes of the browser where it has them', async () => {
  giveEyes(async () => [{ rawValue: '' }, { rawValue: 'seen by the browser' }])
  expect(await findCode(blank, 'camera')).toBe('seen by the browser')
})

it.each([
  ['are missing', () => Promise.reject(new Error('no such service')), ['qr_code']],
  ['see nothing', async () => [], ['qr_code']],
  ['do not know the kind', async () => [{ rawValue: 'a bar code' }], ['ean_13']],
] as const)('looks itself where those eyes %s', async (_what, detect, formats) => {
  giveEyes(detect as () => Promise<{ rawValue: string }[]>, [...formats])
  expect(await findCode(pixels, 'picture')).toBe(address)
  expect(await findCode(pixels, 'picture')).toBe(address)
})
