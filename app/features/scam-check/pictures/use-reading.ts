import { useEffect, useRef, useState } from 'react'
import { wordsForCode } from './code-words'
import type { ReadingFailure } from './reading-words'

export type Reading =
  /** `opening`: a shared picture is being taken out of the phone's store. `seeking`: looked through for a QR code. */
  | { step: 'opening' | 'seeking' | 'idle' | 'offline' | 'read' }
  /** It was a QR code: what is said of it. */
  | { step: 'code'; words: string }
  /** The files are not on the phone: asks before it fetches them. */
  | { step: 'asking'; picture: File }
  | { step: 'fetching' | 'reading'; share: number }
  | { step: 'failed'; why: ReadingFailure }

export type Reader = ReturnType<typeof useReading>

interface Listeners {
  onText(text: string): void
  onCode?(text: string): void
  /** A picture is about to be read: one that brings the page down is not to do so again. */
  onBegin?(): void
}

/** The person waits, and nothing is asked of them. */
export const isUnderWay = ({ step }: Reading): boolean =>
  step === 'opening' || step === 'seeking' || step === 'fetching' || step === 'reading'

/**
 * Reads the words of a picture. What it needs is loaded only now: code when a picture was chosen, the files of
 * the reader when the person said yes.
 * @param first `opening` where a picture is going to be handed over without a tap.
 */
export function useReading(listeners: Listeners, first: 'opening' | 'idle' = 'idle') {
  const [reading, setReading] = useState<Reading>({ step: first })
  /** What was chosen last, to be read once more after it was stopped. */
  const [chosen, setChosen] = useState<File | null>(null)
  const running = useRef<AbortController | null>(null)
  const heard = useRef(listeners)
  useEffect(() => {
    heard.current = listeners
  })
  useEffect(() => () => running.current?.abort(), [])

  /** Runs the newest alone; what an older one says is not heard any more. */
  async function run(work: (signal: AbortSignal) => Promise<Reading>, failure: ReadingFailure) {
    running.current?.abort()
    const turn = new AbortController()
    running.current = turn
    const last = await work(turn.signal).catch((): Reading => ({ step: 'failed', why: failure }))
    if (turn.signal.aborted) return { step: 'idle' } as const
    setReading(last)
    return last
  }
  const show = (signal: AbortSignal, step: 'fetching' | 'reading') => (share: number) => {
    if (!signal.aborted) setReading({ step, share })
  }

  async function read(picture: File) {
    heard.current.onBegin?.()
    await run(async (signal) => {
      setReading({ step: 'reading', share: 0 })
      const { readText } = await import('./read-text.client')
      const found = await readText(picture, show(signal, 'reading'), signal)
      if (typeof found === 'string') return { step: 'failed', why: found }
      if (!signal.aborted) heard.current.onText(found.text)
      return { step: 'read' }
    }, 'broken')
  }

  /** With the reader of the camera's page, for which nothing has to be fetched. */
  const seekCode = (picture: File) =>
    run(async (signal) => {
      setReading({ step: 'seeking' })
      const { scanPicture } = await import('./scan-picture.client')
      const found = await scanPicture(picture).catch(() => 'unreadable' as const)
      if (typeof found === 'string') return { step: 'opening' }
      if (!signal.aborted) heard.current.onCode?.(found.text)
      return { step: 'code', words: wordsForCode(found.text) }
    }, 'broken')

  function stop() {
    running.current?.abort()
    setReading({ step: 'idle' })
  }

  return {
    reading,
    chosen,
    /** Null where there was none after all. */
    async choose(picture: File | null, mayBeCode = false) {
      setChosen(picture)
      if (!picture) return stop()
      if (mayBeCode && (await seekCode(picture)).step !== 'opening') return
      const last = await run(async () => {
        const { areFilesKept } = await import('./fetch-reading-files.client')
        if (await areFilesKept()) return { step: 'reading', share: 0 }
        return navigator.onLine ? { step: 'asking', picture } : { step: 'offline' }
      }, 'broken')
      if (last.step === 'reading') await read(picture)
    },
    async fetchAndRead(picture: File) {
      const last = await run(async (signal) => {
        setReading({ step: 'fetching', share: 0 })
        const { fetchReadingFiles } = await import('./fetch-reading-files.client')
        await fetchReadingFiles(show(signal, 'fetching'), signal)
        return { step: 'reading', share: 0 }
      }, 'no_network')
      if (last.step === 'reading') await read(picture)
    },
    stop,
  }
}
