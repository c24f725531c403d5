import type { AnsweredCard } from './answered-card'
import type { Card, Quiz } from './card'

/** A paragraph or a heading, and where its first sentence stands among all that is read aloud. */
export interface SpokenBlock {
  sentences: string[]
  from: number
}

export const headings = { steps: '이렇게 해요', task: '해 보기' }

/** The card's text in reading order, headings included, and the same as one list of sentences for the voice. */
export function spokenBlocks(card: Pick<Card, 'title' | 'why' | 'steps' | 'task'>) {
  const sentences: string[] = []
  const block = (...given: string[]): SpokenBlock => {
    const from = sentences.length
    sentences.push(...given)
    return { sentences: given, from }
  }
  return {
    title: block(card.title),
    why: block(...card.why),
    stepsHeading: block(headings.steps),
    steps: card.steps.map((step) => block(...step.sentences)),
    taskHeading: block(headings.task),
    task: block(...card.task),
    sentences,
  }
}

export type SpokenBlocks = ReturnType<typeof spokenBlocks>

/** What stands of the quiz: the question and its answers; once answered, the question, what is right, and why. */
export function spokenQuiz(quiz: Quiz, answered: AnsweredCard | undefined): string[] {
  if (!answered) return [quiz.question, ...quiz.answers.map(({ text }) => text)]
  const right = quiz.answers.filter(({ correct }) => correct).map(({ text }) => text)
  return [quiz.question, ...right, ...quiz.explanation]
}
