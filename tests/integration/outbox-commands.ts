import type { SentCommand } from '~/offline/outbox/wire'

export const cards = ['first', 'second', 'third'].map((id, index) => ({
  id,
  track: 'smartphone-basics',
  order: index + 1,
  points: 10,
  quiz: { answers: [{ correct: true }, { correct: false }] },
}))

/** Commands as a phone without an account sends them, numbered in the order in which they are made. */
export function commandsAt(now: () => Date) {
  let seq = 0
  const command = (more: Partial<SentCommand> = {}): SentCommand => ({
    id: crypto.randomUUID(),
    seq: ++seq,
    person: null,
    type: 'complete_card',
    typeV: 1,
    occurredAt: now().toISOString(),
    payload: { cardId: 'first', answer: 0, completedOn: '2026-11-24' },
    ...more,
  })
  const finish = (cardId: string, more: Partial<SentCommand> = {}) =>
    command({ payload: { cardId, answer: 0, completedOn: '2026-11-24' }, ...more })
  return { command, finish }
}
