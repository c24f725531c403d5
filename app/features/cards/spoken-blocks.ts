import type { Card } from './card'

/** A paragraph, and where its first sentence stands among all that is read aloud. */
export interface SpokenBlock {
  sentences: string[]
  from: number
}

/** The card's text in reading order, and the same as one list of sentences for the voice. */
export function spokenBlocks(card: Pick<Card, 'why' | 'steps' | 'task'>) {
  let from = 0
  const block = (sentences: string[]): SpokenBlock => {
    const placed = { sentences, from }
    from += sentences.length
    return placed
  }
  const why = block(card.why)
  const steps = card.steps.map((step) => block(step.sentences))
  const task = block(card.task)
  return {
    why,
    steps,
    task,
    sentences: [why, ...steps, task].flatMap((each) => each.sentences),
  }
}
