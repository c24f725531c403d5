/** Locks by name across everything of this origin: tabs and the service worker. */
export interface Locks {
  hold<T>(name: string, mode: 'shared' | 'exclusive', work: () => Promise<T>): Promise<T>
}

export function webLocks(manager: LockManager): Locks {
  return {
    hold: (name, mode, work) =>
      manager.request(name, { mode }, work) as Promise<Awaited<ReturnType<typeof work>>>,
  }
}

/** For browsers without Web Locks (before iOS 15.4): one page at a time is all that can be promised. */
export function createLocalLocks(): Locks {
  const tails = new Map<string, Promise<unknown>>()
  return {
    hold(name, _mode, work) {
      const turn = (tails.get(name) ?? Promise.resolve()).then(work, work)
      tails.set(
        name,
        turn.catch(() => undefined),
      )
      return turn
    },
  }
}
