/** What somebody may have heard. `says` is the sentence that is judged, as if they had told it. */
export interface Heard {
  value: string
  label: string
  says: string
}

/** Who they said they were. */
export const callers: readonly Heard[] = [
  { value: 'prosecutor', label: '검찰이나 경찰', says: '서울중앙지검 수사관이라고 했어요.' },
  { value: 'watchdog', label: '금융감독원', says: '금융감독원 직원이라고 했어요.' },
  { value: 'bank', label: '은행이나 카드 회사', says: '은행 상담원이라고 했어요.' },
  { value: 'card', label: '카드 배달원', says: '신청하지 않은 카드를 배송한다고 했어요.' },
  { value: 'family', label: '가족이나 친척', says: '아들인데 휴대폰이 고장 났다고 했어요.' },
  { value: 'other', label: '다른 사람', says: '' },
]

/** What they asked for. */
export const wishes: readonly Heard[] = [
  { value: 'transfer', label: '돈을 보내라', says: '안전계좌로 돈을 보내라고 했어요.' },
  { value: 'cash', label: '현금을 찾아 와라', says: '현금을 찾아서 직원에게 건네라고 했어요.' },
  { value: 'app', label: '앱을 깔아라', says: '원격 앱을 설치하라고 했어요.' },
  {
    value: 'number',
    label: '비밀번호를 말해라',
    says: '계좌 비밀번호와 인증번호를 말하라고 했어요.',
  },
  { value: 'id', label: '신분증을 보내라', says: '신분증 사진을 보내라고 했어요.' },
  { value: 'gift', label: '상품권을 사라', says: '상품권을 사서 번호를 보내라고 했어요.' },
]

/** How they pressed. */
export const pressures: readonly Heard[] = [
  { value: 'hurry', label: '빨리 하라고 했어요', says: '지금 당장 하라고 했어요.' },
  {
    value: 'secret',
    label: '말하지 말라고 했어요',
    says: '아무에게도 말하지 말라고, 가족에게도 비밀로 하라고 했어요.',
  },
  { value: 'stay', label: '끊지 말라고 했어요', says: '전화를 끊지 말라고 했어요.' },
  {
    value: 'threat',
    label: '큰일 난다고 했어요',
    says: '범죄에 연루됐다며 안 하면 구속된다고 했어요.',
  },
]
