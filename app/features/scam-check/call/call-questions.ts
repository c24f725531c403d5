import type { ReasonCode } from '../verdict/verdict'

/** What somebody may have heard. `says` is what is judged: the words such callers use. */
export interface Heard {
  value: string
  label: string
  says: string
  /** Why that is a sign. */
  reason?: ReasonCode
}

/** Who they said they were; nobody of these is no answer. */
export const callers: readonly Heard[] = [
  {
    value: 'authority',
    label: '검찰·경찰·금감원',
    says: '검찰과 금융감독원 수사관입니다.',
    reason: 'claims_authority',
  },
  { value: 'bank', label: '은행이나 카드 회사', says: '은행 상담원입니다.' },
  {
    value: 'card',
    label: '카드 배달원',
    says: '고객님이 신청하지 않은 카드가 발급되어 배송됩니다.',
    reason: 'claims_card_issued',
  },
  {
    value: 'family',
    label: '가족이나 친척',
    says: '엄마, 나 아들인데 휴대폰이 고장 나서 다른 번호로 전화해.',
    reason: 'claims_family_new_number',
  },
]

/** What they asked for. */
export const wishes: readonly Heard[] = [
  {
    value: 'transfer',
    label: '돈을 보내라',
    says: '안전계좌로 돈을 송금하세요.',
    reason: 'asks_money',
  },
  {
    value: 'cash',
    label: '현금을 찾아 와라',
    says: '현금을 찾아서 직원에게 전달하세요.',
    reason: 'asks_cash_handover',
  },
  {
    value: 'app',
    label: '앱을 깔아라',
    says: '원격제어 앱을 설치하세요.',
    reason: 'asks_remote_control',
  },
  {
    value: 'number',
    label: '비밀번호를 말해라',
    says: '계좌번호와 비밀번호, 인증번호를 알려 주세요.',
    reason: 'asks_verification_code',
  },
  {
    value: 'id',
    label: '신분증을 보내라',
    says: '신분증 사진을 찍어서 보내세요.',
    reason: 'asks_identity_document',
  },
  {
    value: 'gift',
    label: '상품권을 사라',
    says: '상품권을 사서 핀번호를 보내 주세요.',
    reason: 'asks_gift_card',
  },
]

/** How they pressed. */
export const pressures: readonly Heard[] = [
  {
    value: 'hurry',
    label: '빨리 하라고 했어요',
    says: '지금 당장 하셔야 합니다.',
    reason: 'presses_time',
  },
  {
    value: 'secret',
    label: '말하지 말라고 했어요',
    says: '아무에게도 말하지 말고 가족에게도 비밀로 하세요.',
    reason: 'presses_secrecy',
  },
  {
    value: 'stay',
    label: '끊지 말라고 했어요',
    says: '전화를 끊지 마세요.',
    reason: 'presses_stay_on_line',
  },
  {
    value: 'threat',
    label: '큰일 난다고 했어요',
    says: '범죄에 연루되어 협조하지 않으면 구속됩니다.',
    reason: 'presses_threat',
  },
]
