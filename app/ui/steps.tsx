import type { ReactNode } from 'react'
import { Card } from './card'

/** What to do, one thing after the other. `start` continues a list that something else interrupts. */
export function Steps({ steps, start = 1 }: { steps: readonly ReactNode[]; start?: number }) {
  return (
    <ol start={start} className="grid gap-3">
      {steps.map((step, index) => (
        <Card as="li" key={index}>
          <div className="marked">
            <span className="step-number text-h2 font-bold text-pine" aria-hidden="true">
              {start + index}
            </span>
            <div className="text-body">{step}</div>
          </div>
        </Card>
      ))}
    </ol>
  )
}
