import { useEffect, useState } from 'react'
import { thisPhone } from '~/offline/this-phone'
import type { AfterWhat } from './after-schema'
import { keptProgress } from './kept-progress'

/** The steps that were done, kept on the phone: somebody may come back to them tomorrow. */
export function useProgress(what: AfterWhat): {
  done: ReadonlySet<string>
  mark(stepId: string, isDone: boolean): void
  clear(): void
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
  const keep = (next: ReadonlySet<string>) => {
    setDone(next)
    void thisPhone().withStore((store) => store.keep(keptProgress, [...next], what))
  }
  return {
    done,
    mark(stepId, isDone) {
      const others = [...done].filter((id) => id !== stepId)
      keep(new Set(isDone ? [...others, stepId] : others))
    },
    clear: () => keep(new Set()),
  }
}
