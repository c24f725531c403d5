import type { CreateBusDriverResult } from 'bentocache/types'

type Transport = ReturnType<CreateBusDriverResult['factory']>
type Handler = Parameters<Transport['subscribe']>[1]

/**
 * The way into the memory tier of bentocache, which only obeys a bus. Its own Redis bus queues, throws
 * and cannot be told apart from a deaf one, so nothing is sent through here: see `forget-bus.server.ts`.
 */
export function createLocalTransport(namespace: string) {
  let deliver: Handler = () => undefined
  const transport: Transport = {
    setId: () => transport,
    onReconnect: () => undefined,
    publish: async () => undefined,
    subscribe: async (_channel, handler) => {
      deliver = handler as Handler
    },
    unsubscribe: async () => undefined,
    disconnect: async () => undefined,
  }
  const driver: CreateBusDriverResult = {
    options: { retryQueue: { enabled: false, retryInterval: false } },
    factory: () => transport,
  }
  return {
    driver,
    drop(keys: string[] | 'all') {
      void deliver(
        keys === 'all'
          ? { type: 'clear', keys: [], namespace }
          : { type: 'delete', keys, namespace },
      )
    },
  }
}
