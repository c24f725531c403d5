import type { RefusalWords } from '~/offline/outbox/refusal'

/**
 * `no_family`: nobody is linked any more who could be told. `no_help`: this senior does not let the sender
 * change their medicines.
 */
export type FamilyRefusal = 'no_family' | 'no_help'

export const familyRefusals: Record<FamilyRefusal, RefusalWords> = {
  no_family: {
    what: '괜찮다고 하신 것을 알리지 못했어요.',
    why: '지금은 이어진 가족이 없어요.',
    now: '그만두고, 가족을 이은 뒤 새로 눌러 주세요.',
    again: false,
  },
  no_help: {
    what: '부모님 약을 바꾸지 못했어요.',
    why: '지금은 도와주기가 꺼져 있어요.',
    now: '부모님께 여쭤본 뒤 새로 적어 주세요.',
    again: false,
  },
}
