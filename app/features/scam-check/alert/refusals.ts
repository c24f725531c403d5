import type { RefusalWords } from '~/offline/outbox/refusal'

/** `no_one_to_tell`: the link has ended meanwhile, or the consent was taken back. */
export type AlertRefusal = 'no_one_to_tell'

export const alertRefusals: Record<AlertRefusal, RefusalWords> = {
  no_one_to_tell: {
    what: '위험한 문자를 가족에게 알리지 못했어요.',
    why: '지금은 위험한 문자를 보여 주는 가족이 없어요.',
    now: '그만두고, 가족에게 직접 전화해 보세요.',
    again: false,
  },
}
