import type { BrowserContext, Page } from 'playwright'

interface Spoken {
  words: string
  lang: string
  rate: number
}
interface Speaking {
  spoken?: Spoken[]
}

/** A browser on this machine has no voice: pages of this one get a Korean one, which says what it was given to say. */
export async function giveVoice(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const spoken: Spoken[] = []
    ;(window as Speaking).spoken = spoken
    class Utterance {
      lang = ''
      rate = 1
      voice: unknown = null
      onend: (() => void) | null = null
      onerror: unknown = null
      constructor(readonly text: string) {}
    }
    const voices = [{ lang: 'ko-KR', localService: true, name: 'Korean' }]
    Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: Utterance })
    Object.defineProperty(window, 'speechSynthesis', {
      value: {
        getVoices: () => voices,
        cancel: () => undefined,
        addEventListener: () => undefined,
        speak(said: Utterance) {
          if (said.voice !== voices[0]) throw new Error('in another voice')
          spoken.push({ words: said.text, lang: said.lang, rate: said.rate })
          setTimeout(() => said.onend?.(), 50)
        },
      },
    })
  })
}

/** What the page has said aloud, in order. */
export const spokenOn = (page: Page): Promise<Spoken[]> =>
  page.evaluate(() => (window as Speaking).spoken ?? [])
