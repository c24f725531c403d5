import { useSyncExternalStore } from 'react'
import { installSituation, type InstallSituation } from './install'

/** What Chromium hands over so that the page may ask at a moment of its own. */
interface InstallPromptEvent extends Event {
  prompt(): Promise<void>
  readonly userChoice: Promise<{ outcome: 'accepted' | 'dismissed' }>
}

export interface Install {
  situation: InstallSituation
  /** It was put on the home screen since this page was opened, which goes on in the browser. */
  justInstalled: boolean
  /** Shows the browser's own question; only in situation `prompt`, and only after a tap. */
  ask(): Promise<'accepted' | 'dismissed'>
}

const unknown: Install = {
  situation: { kind: 'none' },
  justInstalled: false,
  ask: () => Promise.resolve('dismissed'),
}
let present: Install = unknown
let held: InstallPromptEvent | null = null
let justInstalled = false
const listeners = new Set<() => void>()

function look() {
  const { userAgent, maxTouchPoints } = navigator
  const safari = navigator as { standalone?: boolean }
  const standalone = matchMedia('(display-mode: standalone)').matches || safari.standalone === true
  const url = location.href
  const canPrompt = held !== null
  // Asked for once it is an app of its own: then the browser does not clear what waits to be sent.
  if (standalone) void navigator.storage?.persist?.()
  present = {
    situation: installSituation({ userAgent, maxTouchPoints, standalone, canPrompt, url }),
    justInstalled,
    ask,
  }
  listeners.forEach((changed) => changed())
}

async function ask(): Promise<'accepted' | 'dismissed'> {
  const event = held
  if (!event) return 'dismissed'
  held = null
  await event.prompt()
  const { outcome } = await event.userChoice
  look()
  return outcome
}

/** Called once, as early as possible: the browser says only once that it could install. */
export function watchInstall(): void {
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault()
    held = event as InstallPromptEvent
    look()
  })
  addEventListener('appinstalled', () => {
    held = null
    justInstalled = true
    look()
  })
  // A browser on a desk makes a window of its own of the page. Not on an iPhone before iOS 14.
  matchMedia('(display-mode: standalone)').addEventListener?.('change', look)
  look()
}

/** How this phone can have the app on its home screen, as it stands now; `none` on the server. */
export function useInstall(): Install {
  return useSyncExternalStore(
    (changed) => {
      listeners.add(changed)
      return () => void listeners.delete(changed)
    },
    () => present,
    () => unknown,
  )
}
