/** When a page on a slow network has everything that it shows. */
const pageHasAllMs = 2_500

/**
 * Resolves when more may be fetched without taking anything from the page: at once where a worker keeps every
 * part, as soon as one does, else some time after the page.
 */
export function afterPage(): Promise<void> {
  const workers = navigator.serviceWorker as ServiceWorkerContainer | undefined
  if (workers?.controller) return Promise.resolve()
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      workers?.removeEventListener('controllerchange', done)
      resolve()
    }
    const timer = setTimeout(done, pageHasAllMs)
    workers?.addEventListener('controllerchange', done)
  })
}
