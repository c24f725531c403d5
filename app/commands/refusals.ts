import { cardRefusals } from '~/features/cards/refusals'
import { familyRefusals } from '~/features/family/words/refusals'
import { medicationRefusals } from '~/features/medication/facts/refusals'
import { alertRefusals } from '~/features/scam-check/alert/refusals'
import type { PhoneRefusal, RefusalWords } from '~/offline/outbox/refusal'

/** What the server refuses before a use case is asked. */
type WireRefusal = 'bad_payload' | 'other_person'

const ownRefusals: Record<WireRefusal | PhoneRefusal, RefusalWords> = {
  bad_payload: {
    what: '하신 일 하나를 받지 못했어요.',
    why: '휴대폰의 곁에가 오래됐을 수 있어요.',
    now: '곁에를 새로 연 뒤 다시 보내 주세요.',
    again: true,
  },
  other_person: {
    what: '하신 일 하나를 보내지 못했어요.',
    why: '지금은 다른 분이 들어와 계세요.',
    now: '하신 분이 들어온 뒤 다시 보내 주세요.',
    again: true,
  },
  too_large: {
    what: '하신 일 하나를 보내지 못했어요.',
    why: '한 번에 보낼 수 있는 크기를 넘었어요.',
    now: '그만두고 조금씩 나눠 해 주세요.',
    again: false,
  },
  unreadable: {
    what: '휴대폰에 적어 둔 일을 읽지 못했어요.',
    why: '휴대폰이 적은 것의 일부를 지웠어요.',
    now: '그만두고 그 일을 한 번 더 해 주세요.',
    again: false,
  },
  unexplained: {
    what: '하신 일 하나를 받지 못했어요.',
    why: '까닭을 이 휴대폰이 아직 몰라요.',
    now: '곁에를 새로 연 뒤 다시 보내 주세요.',
    again: true,
  },
}

/** Every reason for which a deed is not taken, in one closed list; each feature has the words for its own. */
export const refusals = {
  ...ownRefusals,
  ...cardRefusals,
  ...medicationRefusals,
  ...familyRefusals,
  ...alertRefusals,
}

export type RefusalReason = keyof typeof refusals

/** A reason the phone does not know comes from a newer server. */
export function explainRefusal(reason: string): RefusalWords {
  return Object.hasOwn(refusals, reason) ? refusals[reason as RefusalReason] : refusals.unexplained
}
