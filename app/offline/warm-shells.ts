import type { WorkerMessage, WorkerReply } from './worker-messages'

const limitMs = 30_000

/**
 * Asks the worker to keep the documents of these paths for offline. Resolves to how many of them are kept
 * now; 0 where there is no worker.
 */
export async function warmShells(paths: string[]): Promise<number> {
  const worker = await findWorker()
  if (!worker) return 0
  const reply = await askWorker(worker, { type: 'warm', paths })
  return reply?.ok ? (reply.kept ?? 0) : 0
}

async function findWorker(): Promise<ServiceWorker | null> {
  if (!('serviceWorker' in navigator)) return null
  return (await navigator.serviceWorker.ready).active
}

function askWorker(worker: ServiceWorker, message: WorkerMessage): Promise<WorkerReply | null> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    const timer = setTimeout(() => finish(null), limitMs)
    const finish = (reply: WorkerReply | null) => {
      clearTimeout(timer)
      port1.close()
      resolve(reply)
    }
    port1.onmessage = (event: MessageEvent<WorkerReply>) => finish(event.data)
    worker.postMessage(message, [port2])
  })
}
