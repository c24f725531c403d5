import { useEffect, useState } from 'react'
import { thisPhone } from '~/offline/this-phone'
import type { AfterWhat } from './after-schema'
import { keptProgress } from './kept-progress'

/** The steps that were done, kept on the phone: somebody may come back to them tomorrow. */
export function useProgress(what: AfterWhat): {
  done: ReadonlySet<string>
  mark(stepId: string, isDone: boolean): void
} {
  const [done, setDone] = useState<ReadonlySet<string>>(new Set())
  useEffect(() => {
    void thisPhone()
      .withStore((store) => store.read(keptProgress, what))
      .then((kept) => {
        // What was ticked before the phone had answered stays ticked.
        if (kept) setDone((ticked) => new Set([...kept, ...ticked]))
      })
  }, [what])
  return {
    done,
    mark(stepId, isDone) {
      const next = new Set(done)
      if (isDone) next.add(stepId)
      else next.delete(stepId)
      setDone(next)
      void thisPhone().withStore((store) => store.keep(keptProgress, [...next], what))
    },
  }
}
