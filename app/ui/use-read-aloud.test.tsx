// @vitest-environment jsdom
import { act, useEffect } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { useReadAloud, type ReadAloud } from './use-read-aloud'

class Utterance {
  lang = ''
  rate = 1
  voice: unknown = null
  onend?: () => void
  onerror?: (event: { error: string }) => void
  constructor(readonly text: string) {}
}

const korean = { lang: 'ko_KR', localService: true }
const ofTheNet = { lang: 'ko-KR', localService: false }
const english = { lang: 'en-US', localService: true }
let voices: object[]
let said: Utterance[]
const shown = {} as ReadAloud
let close: () => void

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  vi.stubGlobal('SpeechSynthesisUtterance', Utterance)
  vi.stubGlobal('speechSynthesis', {
    getVoices: () => voices,
    speak: (utterance: Utterance) => void said.push(utterance),
    cancel: () => said.at(-1)?.onerror?.({ error: 'canceled' }),
    addEventListener: () => undefined,
  })
  voices = [english, ofTheNet, korean]
  said = []
})
afterEach(() => {
  act(() => close())
  vi.unstubAllGlobals()
})

function Reader({ text, rate }: { text: string[]; rate: number }) {
  const read = useReadAloud(text, rate)
  useEffect(() => void Object.assign(shown, read))
  return null
}

function draw(text: string[], rate = 0.9) {
  const root = createRoot(document.createElement('div'))
  const render = (next: string[]) => act(() => root.render(<Reader text={next} rate={rate} />))
  render(text)
  close = () => root.unmount()
  return render
}
const start = () => act(() => shown.start())
const endOne = () => act(() => said.at(-1)?.onend?.())
const heard = () => said.map(({ text }) => text)

test('reads sentence by sentence with a Korean voice of the phone, marks each, and comes to an end', async () => {
  draw(['하나예요.', '둘이에요.'], 0.7)
  await start()
  expect([shown.state, shown.current, heard()]).toEqual(['reading', 0, ['하나예요.']])
  expect(said[0]).toMatchObject({ lang: 'ko-KR', rate: 0.7, voice: korean })
  endOne()
  expect([shown.state, shown.current, heard()]).toEqual(['reading', 1, ['하나예요.', '둘이에요.']])
  endOne()
  expect([shown.state, shown.current]).toEqual(['idle', -1])
})

test('is stopped by a tap, and nothing more is said', async () => {
  draw(['하나예요.', '둘이에요.'])
  await start()
  act(() => shown.stop())
  expect([shown.state, shown.current]).toEqual(['idle', -1])
  endOne()
  expect(heard()).toEqual(['하나예요.'])
})

test('begins anew at a second tap, and what was said before it goes no further', async () => {
  draw(['하나예요.', '둘이에요.'])
  await start()
  const before = said[0]
  await start()
  act(() => before?.onend?.())
  expect([shown.current, heard()]).toEqual([0, ['하나예요.', '하나예요.']])
})

test('a text that changes while it is read is read as it was, and the next time as it is', async () => {
  const render = draw(['하나예요.', '둘이에요.'])
  await start()
  render(['셋이에요.'])
  endOne()
  expect(heard()).toEqual(['하나예요.', '둘이에요.'])
  await start()
  expect(heard().at(-1)).toBe('셋이에요.')
})

test('says that there is no Korean voice, and that the phone stopped reading', async () => {
  voices = [english]
  draw(['하나예요.'])
  await start()
  expect([shown.state, heard()]).toEqual(['no_voice', []])
  voices = [ofTheNet]
  await start()
  expect([shown.state, said[0]?.voice]).toEqual(['reading', ofTheNet])
  act(() => said[0]?.onerror?.({ error: 'synthesis-failed' }))
  expect([shown.state, shown.current]).toEqual(['idle', -1])
})
