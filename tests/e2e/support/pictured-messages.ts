/** Messages of our own writing, as they stand on screenshots: tricks and genuine ones, with addresses nobody has. */
export interface PicturedMessage {
  sender: string
  text: string
  time: string
  look: 'light' | 'dark' | 'chat' | 'mine'
  /** Letters in CSS pixels, and how many of the screen's own pixels one of these is. */
  letters: number
  density: number
}

const looks = ['light', 'dark', 'chat', 'mine'] as const
const sizes = [15, 17, 19, 22, 26]
const densities = [2, 3, 2.625]

const written: [sender: string, text: string][] = [
  [
    '010-2345-6789',
    '[택배] 주소가 맞지 않아 배송이 멈췄습니다. 아래에서 고쳐 주세요. https://parcel-kr.example/ab3x',
  ],
  [
    '02-123-4567',
    '[국민건강보험] 건강검진 결과가 나왔습니다. 확인하기 http://nhis-check.example/r?id=7741',
  ],
  [
    '010-9876-5432',
    '엄마 나 폰이 고장 나서 다른 번호로 보내. 지금 전화는 안 되니까 문자로 답해 줘.',
  ],
  [
    '1588-0000',
    '[카드] 김*자님 신용카드가 발급되었습니다. 신청하지 않으셨으면 02-555-0199로 연락 바랍니다.',
  ],
  ['[국제발신]', '해외결제 489,000원 승인완료. 본인이 아닐 경우 즉시 문의 031-555-0142'],
  ['010-5555-0123', '교통법규 위반 과태료 고지서가 도착했습니다. 조회: efine-go.example/k9'],
  [
    '010-1212-3434',
    '모바일 청첩장이 도착했습니다. 토요일 낮 12시에 꼭 와 주세요. http://wedding.example/0314',
  ],
  [
    '010-7777-0101',
    '아버님께서 별세하셨기에 알려 드립니다. 장례식장 안내 https://bugo.example/m/52',
  ],
  [
    '정부지원센터',
    '소상공인 지원금 대상자입니다. 오늘 18시까지 신청하세요. 한도 5,000만원, 금리 1.9%',
  ],
  ['이팀장', '오늘 추천 종목 수익률 37% 달성! 무료 체험방 입장하기 https://open-room.example/x7Qp'],
  ['서울중앙지검', '귀하의 계좌가 범죄에 이용되어 출석을 요구합니다. 사건번호 2026-1147'],
  ['010-3030-4040', '고객님 환급금 312,500원이 있습니다. 계좌번호를 입력하시면 바로 입금됩니다.'],
  [
    '내과의원',
    '김순자님, 11월 27일 오전 10시 진료 예약입니다. 바꾸시려면 02-555-0177로 전화 주세요.',
  ],
  ['우체국택배', '오늘 14시에서 16시 사이에 배달할 예정입니다. 집배원 박민수 010-5555-0188'],
  ['인증센터', '[인증번호 482913] 다른 사람에게 알려 주지 마세요.'],
  ['행정안전부', '[안전안내문자] 오늘 밤 영하 12도까지 내려갑니다. 어르신은 외출을 자제하세요.'],
  ['우리딸', '엄마 저녁은 드셨어요? 주말에 수지랑 같이 갈게요. 김치는 조금만 담그세요.'],
  ['구청', '경로당 겨울 난방비 지원 신청은 12월 5일까지 동 주민센터에서 받습니다.'],
  [
    '당근',
    '아직 팔렸나요? 안전결제로 보낼게요. 여기서 받으세요 https://safe-pay.example/item/8842',
  ],
  [
    '고객센터',
    '휴대폰에 문제가 있어 원격 점검이 필요합니다. 앱을 설치하세요 http://help-app.example/get.apk',
  ],
]

export const picturedMessages: readonly PicturedMessage[] = written.map(([sender, text], at) => ({
  sender,
  text,
  time: `오후 ${1 + (at % 11)}:${String(10 + at * 2)}`,
  look: looks[at % looks.length]!,
  letters: sizes[at % sizes.length]!,
  density: densities[at % densities.length]!,
}))

export const addressIn = ({ text }: PicturedMessage) =>
  /(?:https?:\/\/)?[\w-]+\.example\S*/.exec(text)?.[0]
