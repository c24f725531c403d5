import { useCallback, useEffect, useRef, useState } from 'react'

export type ReadAloudState = 'idle' | 'reading' | 'no_voice'

export interface ReadAloud {
  state: ReadAloudState
  /** Index of the sentence being read; -1 when none is. */
  current: number
  start(): Promise<void>
  stop(): void
}

/**
 * Reads sentences one by one with the phone's own Korean voice. Without a Korean voice the state is `no_voice` after the first try.
 * @param rate speed as the person chose it: 0.7, 0.9 or 1.1.
 */
export function useReadAloud(sentences: readonly string[], rate: number): ReadAloud {
  const [state, setState] = useState<ReadAloudState>('idle')
  const [current, setCurrent] = useState(-1)
  const turn = useRef(0)
  const text = useRef({ sentences, rate })
  useEffect(() => {
    text.current = { sentences, rate }
  })

  const stop = useCallback(() => {
    turn.current++
    if ('speechSynthesis' in window) window.speechSynthesis.cancel()
    setState('idle')
    setCurrent(-1)
  }, [])

  const start = useCallback(async () => {
    const mine = ++turn.current
    const voice = await findKoreanVoice()
    if (mine !== turn.current) return
    if (!voice) {
      setState('no_voice')
      return
    }
    window.speechSynthesis.cancel()
    setState('reading')
    const { sentences, rate } = text.current
    const read = (index: number) => {
      const sentence = sentences[index]
      if (mine !== turn.current) return
      if (sentence === undefined) {
        setState('idle')
        setCurrent(-1)
        return
      }
      setCurrent(index)
      const utterance = new SpeechSynthesisUtterance(sentence)
      utterance.voice = voice
      utterance.lang = 'ko-KR'
      utterance.rate = rate
      utterance.onend = () => read(index + 1)
      utterance.onerror = (event) => {
        if (event.error !== 'canceled' && event.error !== 'interrupted') stop()
      }
      window.speechSynthesis.speak(utterance)
    }
    read(0)
  }, [stop])

  useEffect(() => stop, [stop])
  return { state, current, start, stop }
}

const voicesWaitMs = 1_500

/** Chrome lists its voices only some time after the first question. */
async function findKoreanVoice(): Promise<SpeechSynthesisVoice | undefined> {
  if (!('speechSynthesis' in window)) return undefined
  const find = () => {
    const korean = window.speechSynthesis
      .getVoices()
      .filter((voice) => voice.lang.replace('_', '-').toLowerCase().startsWith('ko'))
    return korean.find((voice) => voice.localService) ?? korean[0]
  }
  const known = find()
  if (known || window.speechSynthesis.getVoices().length > 0) return known
  await new Promise<void>((done) => {
    const timer = setTimeout(done, voicesWaitMs)
    window.speechSynthesis.addEventListener(
      'voiceschanged',
      () => {
        clearTimeout(timer)
        done()
      },
      { once: true },
    )
  })
  return find()
}
