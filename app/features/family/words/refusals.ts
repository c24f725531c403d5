import type { RefusalWords } from '~/offline/outbox/refusal'

/** `no_family`: nobody is linked any more who could be told. */
export type FamilyRefusal = 'no_family'

export const familyRefusals: Record<FamilyRefusal, RefusalWords> = {
  no_family: {
    what: '괜찮다고 하신 것을 알리지 못했어요.',
    why: '지금은 이어진 가족이 없어요.',
    now: '그만두고, 가족을 이은 뒤 새로 눌러 주세요.',
    again: false,
  },
}
