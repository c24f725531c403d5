declare const self: ServiceWorkerGlobalScope

/**
 * Takes the place of a bad worker and goes: clears the stored documents and files, signs itself off and
 * loads the open pages anew from the server. Never touches what people did: that lies in IndexedDB.
 */
self.addEventListener('install', () => void self.skipWaiting())

self.addEventListener('activate', (event) => {
  event.waitUntil(retire())
})

async function retire(): Promise<void> {
  const stored = (await self.caches.keys()).filter((name) => /^(assets|shells|reading)-/.test(name))
  await Promise.all(stored.map((name) => self.caches.delete(name)))
  const pages = await self.clients.matchAll({ type: 'window' })
  await self.registration.unregister()
  // Nothing was stored: no worker stood here before, and loading again would never end.
  if (stored.length === 0) return
  await Promise.allSettled(pages.map((page) => page.navigate(page.url)))
}

export {}
