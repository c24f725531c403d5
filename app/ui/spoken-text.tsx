import type { ReactNode } from 'react'

interface SpokenTextProps {
  sentences: readonly string[]
  /** Index in `sentences` of the one being read; -1 when none is. */
  current?: number
}

/** One paragraph, a span a sentence. */
export function SpokenText({ sentences, current = -1 }: SpokenTextProps) {
  return (
    <p>
      {sentences.map((sentence, index) => (
        <span key={index}>
          <Spoken now={index === current}>{sentence}</Spoken>{' '}
        </span>
      ))}
    </p>
  )
}

/** A sentence or a heading; while it is read it is marked by colour and by a line under it. */
export function Spoken({ now, children }: { now: boolean; children: ReactNode }) {
  return (
    <span className={now ? 'mark-reading' : undefined} data-reading={now || undefined}>
      {children}
    </span>
  )
}
