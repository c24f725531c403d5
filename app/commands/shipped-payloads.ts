import type { CommandType } from './catalog'

/** A payload of every version ever shipped, as a phone once sent it. Add to it; nothing may ever go. */
export const shippedPayloads: { [Type in CommandType]: Record<number, unknown> } = {
  complete_card: { 1: { cardId: 'text-size', answer: 0, completedOn: '2026-11-24' } },
  answer_review: { 1: { cardId: 'text-size', answer: 1, answeredOn: '2026-11-27' } },
  choose_track: { 1: { track: 'fraud-defence' } },
  set_name: { 1: { name: '김순자' } },
}
