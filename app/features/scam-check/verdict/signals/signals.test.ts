import { describe, expect, test } from 'vitest'
import { readWords } from '../read-words'
import { knowledge } from '../test-knowledge'
import type { CheckKind, ReasonCode } from '../verdict'

function wordsFor(text: string, code: ReasonCode, kind: CheckKind = 'message') {
  const { evidence } = readWords(text, knowledge.lists, { kind, origin: 'typed' })
  return evidence.find((one) => one.code === code)?.spans.map(([a, b]) => text.slice(a, b)) ?? []
}

describe('words that give a trick away, pointed at in the original', () => {
  test.each<[ReasonCode, string, string]>([
    ['asks_money', '엄마 지금 50만원만 보내줘', '50만원만 보내줘'],
    ['asks_gift_card', '구글 기프트카드 사서 번호 보내', '구글 기프트카드 사서'],
    ['asks_fee_first', '보증금을 먼저 입금하세요', '보증금을 먼저 입금하'],
    ['asks_account_details', '카드번호와 비밀번호 알려주세요', '카드번호와 비밀번호 알려'],
    ['asks_verification_code', '문자로 간 인증번호 좀 불러줘', '인증번호 좀 불러줘'],
    ['asks_identity_document', '신분증 사진 찍어 보내줘', '신분증 사진 찍어'],
    ['asks_app_install', '아래 앱을 설치해 주세요', '앱을 설치해'],
    ['asks_remote_control', '팀 뷰 어 깔아', '팀 뷰 어'],
    ['asks_account_lending', '통장 빌려주시면 사례합니다', '통장 빌려주'],
    ['asks_account_lending', '현금 받아서 무통장으로 나눠 입금하는 일', '현금 받아서'],
    ['asks_qr_scan', 'Q R 코드를 찍어 주세요', 'Q R 코드를 찍'],
    ['claims_parcel_problem', '택배 주소 불일치로 보관', '택배 주소 불일치'],
    ['claims_sure_profit', '원★금★보★장 상품', '원★금★보★장'],
    ['presses_secrecy', '가족에게도 말하지 마세요', '가족에게도 말하지'],
    ['presses_threat', '법적 조치 예정', '법적 조치'],
    ['sent_from_abroad', '[국제발신] 관세청', '국제발신'],
    ['asks_fee_first', '전투식량은 저희 거래처에 먼저 결제해 주세요', '거래처에 먼저 결제'],
    ['asks_gift_card', '컬쳐 5만원권 세 장만 부탁해요', '컬쳐 5만원권 세 장만 부탁'],
    ['asks_fee_first', '착불 6,000원 나왔어요 여기로 넣어 주세요', '착불 6,000원'],
    ['asks_money', '대출금이 착오 입금되었으니 지정한 계좌로 반환해 주세요', '착오 입금'],
    ['asks_fee_first', '수신자부담이라 7천원 나왔는데 통장으로 쏴 주세요', '수신자부담'],
    ['asks_fee_first', '와인도 사장님이 먼저 사서 갖다 주세요', '사장님이 먼저 사서'],
    ['claims_crime_involvement', '소포에서 총기 부품이 발견되었습니다', '총기 부품이 발견'],
    ['claims_affection', '나는 한국의 친구를 찾고 있습니다', '한국의 친구를 찾'],
    ['asks_move_to_chat', '카카오톡 채널 소비자보호지원단 검색', '카카오톡 채널'],
    ['asks_call_back', '담당 조사관에게 연락 바랍니다', '조사관에게 연락 바'],
    ['claims_crime_involvement', '통관부호가 도용되어 밀수 물품이 적발', '통관부호가 도용'],
    ['claims_crime_involvement', '본인 앞으로 마약 의심 물품이 왔습니다', '마약'],
    ['claims_parcel_problem', '수령지 입력 http://abcd.net/a', '수령지 입력'],
    ['claims_parcel_problem', '배달이 보류되었어요 http://abcd.net/a', '배달이 보류'],
    ['claims_affection', '군의관입니다. 친구가 될 수 있을까요', '군의관'],
    ['claims_affection', '사진 속 미소가 아름다워요. 친구 해요', '미소가 아름다'],
    ['claims_family_new_number', '고모 저 민석이에요. 60만원만 빌려주세요', '고모 저 민석'],
    ['claims_family_new_number', '외숙모 저 전화기가 없어져서 이 번호로', '전화기가 없어져'],
    ['asks_money', '이체할 데가 있는데 내 대신 먼저 해 줄래', '이체할'],
    ['asks_fee_first', '매트는 사장님 명의로 구매 부탁드립니다', '명의로 구매 부탁'],
    ['asks_account_lending', '서류와 물품을 받아 전달만 하시면', '물품을 받아 전달만 하시'],
    ['asks_move_to_chat', '주소를 카톡으로 다시 남겨 주세요', '카톡으로 다시 남겨 주'],
    ['claims_payment_not_yours', '요청금액 318,500원 처리', '요청금액'],
    ['claims_payment_not_yours', '[삼성페이] 승인번호 [0598]', '삼성페이'],
    ['claims_payment_not_yours', '제습기 결제완료 02-0000-1234', '결제완료'],
    ['claims_account_problem', '계좌가 사기 의심 계좌로 신고되었습니다', '계좌가 사기 의심'],
    ['claims_cheap_loan', '최고 9억 신청 접수', '최고 9억 신청'],
    ['claims_cheap_loan', '부결되셨던 분도 다시', '부결되셨'],
    ['claims_sure_profit', '100만원 넣고 143만원 나왔어', '100만원 넣고'],
    ['claims_sure_profit', '오르기 전날 알려드립니다', '오르기 전날 알려'],
    ['claims_sure_profit', '어제 상한가 축하드려요', '어제 상한가 축하'],
    ['claims_affection', '한국 가면 만나요. 라인 yuna8811', '한국'],
    ['claims_affection', '번호를 옮겨 적다 틀렸네요. 친구로 지내요', '번호를 옮겨'],
    ['claims_affection', '아직 얼굴은 못 봤지만 삼백만 도와주세요', '아직 얼굴'],
    ['claims_sure_profit', '내일 오를 종목 하나만 드립니다', '종목 하나만 드립니다'],
    ['claims_sure_profit', '한 구좌 500에 다달이 40', '한 구좌'],
    ['claims_payment_not_yours', '연장 368,000원 청구. 취소는 전화', '연장'],
    ['claims_card_issued', '카드가 왔어요. 신청하신 적 없으시면 010-0000-1234', '카드'],
    ['claims_parcel_problem', '배송지 오류로 되돌아갑니다', '배송지 오류로 되돌'],
    ['claims_embarrassing_video', '영상 다 저장했다 회사에 보낼까', '영상 다 저장했'],
    ['asks_account_lending', '통장 안 쓰는 거 빌려주세요', '통장 안 쓰는 거 빌려주'],
    [
      'asks_account_details',
      '통장하고 비번 앞 두 자리 문자 주세요',
      '통장하고 비번 앞 두 자리 문자',
    ],
    ['asks_identity_document', '신분증 앞뒤를 찍어 회신하십시오', '신분증 앞뒤를 찍어 회신'],
    ['asks_qr_scan', '거기 네모 찍고 번호를 넣으세요', '네모 찍고'],
    ['asks_gift_card', '문상을 대신 좀 사 줘', '문상을 대신 좀 사 줘'],
    ['claims_family_new_number', '엄마 액정이 깨져서 피씨로 해', '엄마'],
    ['claims_crime_involvement', '참고인 진술이 필요합니다', '참고인 진술'],
  ])('%s: %s', (code, text, words) => {
    expect(wordsFor(text, code)[0]).toContain(words)
  })

  test.each<[ReasonCode, string]>([
    ['claims_authority', '서울중앙지검 첨단범죄수사팀입니다'],
    ['claims_crime_involvement', '혹시 김철수라는 사람 아십니까'],
    ['presses_stay_on_line', '전화 끊지 마시고 조용한 곳으로 가세요'],
    ['asks_cash_handover', '현금을 찾아서 저희 직원에게 전달하시면 됩니다'],
    ['claims_cheap_loan', '높은 금리를 낮은 금리로 바꿔 드려요'],
    ['asks_money', '세관에서 잡았다고 돈을 보내 달래'],
    ['asks_fee_first', '일을 준다기에 등록비 칠만 원을 보냈어'],
    ['asks_verification_code', '문자에 온 숫자를 읽으라더라고'],
    ['asks_verification_code', '인증번호 두 개를 불러 줬는데'],
    ['asks_cash_handover', '청년이 와서 봉투를 받아 갔어요. 전화하는 사람이 시켰지'],
    ['asks_money', '자동화기기 앞에 가셔서 카드를 넣고 이체를 누르세요'],
    ['asks_fee_first', '제세공과금 사십만 원을 계좌로 먼저 주셔야 됩니다'],
    ['asks_fee_first', '아는 수입사 통해서 세 병만 미리 받아 놓아 주세요'],
    ['asks_fee_first', '전투화는 저희 거래처에서 미리 사 두시면 됩니다'],
    ['asks_call_back', '카드사에 직접 전화하셔야 되니까 번호 불러 드릴게요'],
    ['asks_call_back', '번호를 하나 일러 주면서 거기로 걸어 보래'],
    ['claims_card_issued', '카드 배달인데요 신청 안 하셨어요'],
    ['claims_prize', '경품 추첨에 당첨되셨어요'],
    ['claims_refund', '본인부담 초과금이 나왔어요'],
    ['claims_family_new_number', '손자가 우리 동생하고 시비가 붙었어'],
    ['claims_family_new_number', '딸이라면서 전화기를 잃어버렸다는 거야'],
    ['presses_stay_on_line', '통화 종료하면 끝이야'],
    ['claims_embarrassing_video', '연락처에 있는 사람들한테 전부 뿌리겠다고 해요'],
    ['asks_account_details', '예금이 얼마 있으십니까'],
  ])('in a call, %s: %s', (code, text) => {
    expect(wordsFor(text, code, 'call')).not.toEqual([])
  })
})

describe('advice and talk about tricks are none', () => {
  test.each<[ReasonCode, string]>([
    ['asks_app_install', '은행은 앱을 설치하라고 하지 않습니다'],
    ['asks_account_details', '어떤 경우에도 비밀번호를 알려 달라고 요구하지 않습니다'],
    ['asks_identity_document', '주민번호 불러 달라고 하면 그냥 끊으세요'],
    ['asks_money', '활동비 29만원이 오늘 입금되었습니다'],
    ['claims_crime_involvement', '엄마 약 드셨어요'],
    ['claims_cheap_loan', '전세대출 연장 심사 서류를 내 주세요'],
    ['asks_app_install', '앱을 깔라고 하면 끊으라고 배웠어'],
    ['asks_money', '안전계좌로 옮기라는 건 다 거짓말이래'],
    ['asks_gift_card', '상품권 사서 번호 찍으라는 아들이 어디 있어'],
    ['claims_family_new_number', '엄마 저 폰 안 고장났어요'],
    ['asks_fee_first', '사장님 파 두 단만 미리 다듬어 주세요'],
    ['asks_fee_first', '배송은 착불로 보내 주세요'],
    ['asks_fee_first', '책을 늦게 내시면 벌금을 내야 해요'],
    ['asks_fee_first', '세금계산서는 입금 뒤에 보내 드립니다'],
    ['claims_cheap_loan', '물론입니다. 도와드릴게요'],
    ['claims_cheap_loan', '카드 무이자 5개월까지 가능하십니다'],
    ['claims_cheap_loan', '이체 한도는 창구에서만 올릴 수 있어요'],
    ['claims_crime_involvement', '고객님 계좌 개설이 완료되었습니다'],
    ['claims_crime_involvement', '가해자 쪽 보험에서 안 해 준대요'],
    ['claims_account_problem', '우리은행에서 결제한 돈을 확인하세요'],
    ['claims_affection', '여보 당신 계좌에서 학원비 보내 줘요'],
    ['claims_family_new_number', '아빠 핸드폰 바꿔드린 거 잘 되지요'],
    ['claims_easy_job', '서류는 건당 천 원입니다'],
    ['claims_crime_involvement', '수영장 회원권이 이달에 끝나요'],
    ['presses_threat', '수영장이 나왔으면 좋겠어요'],
    ['presses_time', '시급이 올랐대요'],
    ['claims_crime_involvement', '자기소개서를 다시 썼어요'],
    ['claims_authority', '내일은 혈액검사입니다'],
    ['presses_threat', '소수배송 지역입니다'],
    ['asks_verification_code', '카드번호 불러 주시겠습니까'],
    ['claims_crime_involvement', '보청기 소모품이 왔어요'],
    ['asks_gift_card', '어제 문상을 다녀왔습니다'],
    ['presses_secrecy', '택배비가 있다고 말하면 안 되지요'],
  ])('%s: %s', (code, text) => {
    expect(wordsFor(text, code)).toEqual([])
    expect(wordsFor(text, code, 'call')).toEqual([])
  })

  test('who wrote a conversation down does not count', () => {
    const said = (label: string) =>
      readWords(`${label}: 네 안녕하세요\n고객: 네`, knowledge.lists, {
        kind: 'call',
        origin: 'typed',
      }).marked.text
    expect(said('사기범')).toBe(said('상담사'))
  })
})

test('what a sender forgot to fill in was said by nobody', () => {
  const { marked } = readWords('#{고객명} 님, {{일시}}에 뵙겠습니다. ${링크}', knowledge.lists, {
    kind: 'message',
    origin: 'typed',
  })
  expect(marked.text).not.toMatch(/고객명|일시/)
})
