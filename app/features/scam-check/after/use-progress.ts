import { useEffect, useRef, useState } from 'react'
import { useInTurn } from '../use-in-turn'
import type { AfterWhat } from './after-schema'
import { keptProgress } from './kept-progress'

type Done = ReadonlySet<string>
type Change = (before: Done) => Done

const nothingDone: Done = new Set()

/** The steps that were done, kept on the phone: somebody may come back to them tomorrow. */
export function useProgress(what: AfterWhat): {
  done: Done
  mark(stepId: string, isDone: boolean): void
  clear(): void
} {
  const [done, setDone] = useState(nothingDone)
  const inTurn = useInTurn()
  /** Everything since the page opened: what is kept may be heard of only after some of it. */
  const changes = useRef<Change[]>([])
  useEffect(() => {
    void inTurn((store) => store.read(keptProgress, what)).then((kept) =>
      setDone(changes.current.reduce<Done>((now, change) => change(now), new Set(kept))),
    )
  }, [what, inTurn])
  const apply = (change: Change) => {
    changes.current.push(change)
    setDone(change)
    void inTurn(async (store) => {
      const kept = new Set(await store.read(keptProgress, what))
      return store.keep(keptProgress, [...change(kept)], what)
    })
  }
  return {
    done,
    mark: (stepId, isDone) =>
      apply((before) => {
        const others = [...before].filter((id) => id !== stepId)
        return new Set(isDone ? [...others, stepId] : others)
      }),
    clear: () => apply(() => nothingDone),
  }
}
