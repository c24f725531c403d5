import { useSyncExternalStore } from 'react'

/** Whether the phone says that it has a network. True on the server; a network that is there may still be dead. */
export function useOnline(): boolean {
  return useSyncExternalStore(listen, isOnline, () => true)
}

const isOnline = () => navigator.onLine

function listen(onChange: () => void): () => void {
  addEventListener('online', onChange)
  addEventListener('offline', onChange)
  return () => {
    removeEventListener('online', onChange)
    removeEventListener('offline', onChange)
  }
}
