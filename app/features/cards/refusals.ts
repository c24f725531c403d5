import type { RefusalWords } from '~/offline/outbox/refusal'

/** `unknown_card`: there is no such card, or no such answer to it. */
export type CardRefusal = 'unknown_card'

export const cardRefusals: Record<CardRefusal, RefusalWords> = {
  unknown_card: {
    what: '카드에 답하신 것을 받지 못했어요.',
    why: '그사이 카드가 바뀌었거나 없어졌어요.',
    now: '배움에서 그 카드를 찾아봐 주세요.',
    again: true,
  },
}
