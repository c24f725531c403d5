import { afterPage } from './after-page'
import { announceUpdate } from './update-offer'

const lookEveryMs = 60 * 60_000

/** Registers the service worker after the page, so that the first visit is not slowed down. */
export function registerWorker(): void {
  if (!('serviceWorker' in navigator)) return
  if (document.readyState === 'complete') void register()
  else addEventListener('load', () => void register(), { once: true })
}

async function register(): Promise<void> {
  try {
    await afterPage()
    const { Workbox } = await import('workbox-window')
    const workbox = new Workbox('/sw.js')
    workbox.addEventListener('waiting', () =>
      announceUpdate(() => {
        workbox.addEventListener('controlling', () => location.reload())
        workbox.messageSkipWaiting()
      }),
    )
    await workbox.register()
    // An installed app may stay open for days: look for a new version when somebody comes back to it.
    let looked = Date.now()
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState !== 'visible' || Date.now() - looked < lookEveryMs) return
      looked = Date.now()
      workbox.update().catch(() => undefined)
    })
  } catch {
    // No worker: everything works with a network, as before.
  }
}
