import { describe, expect, test } from 'vitest'
import { judged } from './test-knowledge'

/** Written after notices as offices, couriers, banks and families send them; names and numbers are made up. */
const genuine = [
  '[Web발신]\n[CJ대한통운]배송완료\n고객님의 상품이 배송완료되었습니다.\n▶운송장번호 : 6512-0031-7744\n▶배송사진 확인 : https://www.cjlogistics.com/ko/tool/parcel/tracking\n▶담당기사 : 010-2234-9981',
  '[Web발신]\n[한진택배] 고객님의 상품이 14~16시에 도착 예정입니다. 부재 시 경비실에 맡기겠습니다. http://smile.hanjin.co.kr:9080/eksys/smartinfo/m.html?wbl=51234',
  '[우체국택배] 등기우편물이 부재로 배달되지 못했습니다. 내일 다시 배달합니다. 우편물 조회 https://service.epost.go.kr/trace 1588-1300',
  '[롯데택배] 주소 확인이 필요하여 연락드렸습니다. 동호수가 빠져 있어 기사가 전화드릴 예정입니다.',
  '[Web발신]\n[KB국민카드] 김*순님 03/11 12:04 34,500원 일시불 승인 하나로마트 누적 512,300원',
  '[Web발신]\n[신한카드] 해외승인 USD 24.99 AMAZON 03/12. 본인이 아니시면 1544-7000으로 연락 주세요.',
  '[Web발신]\n(광고)[NH농협은행] 고객님께 드리는 정기예금 특판 안내\n연 3.6% (12개월)\n자세히 보기 https://smartmarket.nonghyup.com/event\n무료수신거부 080-777-3400',
  '[카카오뱅크] 대출 이자 납입일 안내\n3월 25일에 87,430원이 출금될 예정이에요. 잔액을 확인해 주세요.',
  '[국민건강보험] 김순자님 2026년 건강검진 대상입니다. 신분증을 지참하고 가까운 검진기관을 방문하세요. (1577-1000)',
  '[국세청] 종합소득세 환급금 54,300원이 신고하신 계좌로 입금될 예정입니다. 문의 126',
  '[서울시] 미세먼지 비상저감조치 시행. 외출을 삼가고 마스크를 착용하세요. seoul.go.kr',
  '[Web발신]\n[인증번호:482913] 본인확인 인증번호를 입력해 주세요. 타인에게 절대 알려주지 마세요. -NICE',
  '[SKT] 3월 요금 42,350원, 납부일 3/25. 청구서 보기 https://www.tworld.co.kr/bill 고객센터 114',
  '[한국전력] 3월 전기요금 38,210원입니다. 납기일 3월 25일. 자세한 내용은 https://online.kepco.co.kr',
  '[삼성서울병원] 박영자님 4월 2일 10:30 순환기내과 예약입니다. 예약 변경 1599-3114',
  '엄마 나 오늘 야근이라 늦어. 저녁 먼저 드세요~ 약 챙겨 드시고요',
  '아빠 용돈 30만원 농협으로 보냈어요. 맛있는 거 사 드세요',
  '형님 이번 달 곗돈 10만원 제 계좌로 보내주세요. 국민 123456-01-234567',
  '故 김철수님께서 별세하셨기에 알려드립니다. 빈소: 서울아산병원 장례식장 3호실, 발인: 3월 14일 07시. 마음 전하실 곳 신한 110-123-456789 김영호',
  '3월 22일 12시 저희 결혼합니다. 더컨벤션 3층. 오셔서 축복해 주세요. 신랑 김민수 신부 이지은',
  '[배달의민족] 주문이 접수되었습니다. 약 35분 뒤 도착 예정입니다.',
  '[쿠팡] 로켓배송 상품이 문 앞에 배송되었습니다. https://www.coupang.com/vp/orders',
  '(광고)[이마트] 이번 주말 한우 40% 할인! 가까운 매장에서 만나요. https://eapp.emart.com 무료수신거부 080-855-1234',
  '[네이버페이] 주문이 취소되었습니다. 들기름 15,900원 https://pay.naver.com/o/1',
  '(주식회사 한들) 10월 세금계산서를 이메일로 보내 드렸습니다. 확인 부탁드립니다.',
  '[수영구청] 어린이집이 쉬는 동안 긴급보육을 합니다. 문의는 구청 여성가족과로 주세요.',
  '계정 확인 코드: 0392',
  '[금융감독원] 보이스피싱 주의! 검찰·금감원은 전화로 돈을 보내라고 하지 않습니다. 앱 설치를 요구하면 바로 끊고 112로 신고하세요.',
]

const scams = [
  '[Web발신]\n[CJ대한통운] 운송장번호[6894*7]주소지 미확인으로 반송처리 중입니다. 주소확인 http://c11.kr/abcd',
  '엄마 나 폰 액정 깨져서 수리 맡겼어 이 번호로 문자 줘 급해',
  '아빠 나 지금 급해서 그러는데 편의점에서 구글 기프트카드 20만원만 사서 핀번호 사진 찍어 보내줘',
  '[국제발신] 아마존 해외결제 980,000원 승인완료. 본인 결제 아닐 시 문의: 02-6953-1234',
  '[교통민원24] 교통법규 위반 과태료 고지서 발송 완료. 내용확인 https://efine-go.kr.top/a',
  '모바일 청첩장을 보내드립니다. 꼭 참석해 주세요 http://wed.lyxz.icu/k',
  '부친께서 오늘 새벽 별세하셨습니다. 장례식장 안내 http://vo.la/Xk2',
  '[국민건강보험공단] 건강검진 결과 통보서 발송 완료. 확인 http://nhis.qwer.xyz',
  '[정부지원] 소상공인 긴급 생활안정 지원금 대상자입니다. 신분증 사진과 계좌번호, 비밀번호를 보내주세요.',
  '무료 급등주 추천! 수익률 300% 보장. 카톡방 입장 https://open.kakao.com/o/abc',
  '신용등급이 변경되었습니다. 즉시 확인: [링크]',
  '국세청 환급금 미수령 안내 지금 신청하세요 <url>',
  '[Web발신]\n송*자님\n온수매트 448,000원\n결제완료\n문의 02-0000-7719',
  '(광고) 누구나 신청 가능한 정부지원 자금. 신용등급 무관, 무직자 가능, 최대 8천만원. 상담 070-0000-1182 무료수신거부 080-000-1111',
  '(광고) 일하실 분 하루 20만 날마다 지급 카톡ID work0101 무료수신거부 080-000-2222',
  '[경찰민원] 출석 통지서가 발송되었습니다. 확인 minwon.g0.kr',
  '당신의 알몸 영상을 확보했습니다. 200만원을 보내지 않으면 연락처 전부에게 유포합니다.',
  'ㅇㅇ은행 저.금.리 대.출.상.담 승인 완료, 수수료 30만원 먼저 입금하세요 공일공 1234 오육칠팔',
]

describe('genuine messages stay calm', () => {
  test.each(genuine)('%s', (text) => {
    expect(judged(text).level, JSON.stringify(judged(text).reasons)).toBe('nothing_found')
  })
})

describe('scams are not missed', () => {
  test.each(scams)('%s', (text) => {
    expect(judged(text).level).not.toBe('nothing_found')
  })
})

describe('bait without a link is not missed', () => {
  test.each([
    '[Web발신]\n승인 287,000원 [안마의자] 처리완료 070-0000-4417',
    '[Web발신]\n모빌페이\n요청사이트 게임천국\n요청금액 254,000원 결제완료\n문의 02-9\n11-4432',
    '(광고) 푸른은행 3월 상품 방문 없이 연1.3% 최고 3억까지 신청 무료거부 0800001111',
    '(광고) 부결되셨던 분 다시 봐 드립니다 심사 통과되면 오늘 바로 무료거부 0800002222',
    '아빠 지금 이체 돼? 급하게 보낼 데가 있는데 내 폰은 인증서가 안 돼서. 계좌 줄 테니 먼저 해 줄래',
    '외숙모 저 지훈이에요 전화기가 없어져서 번호가 바뀌었어요 이 번호로 답 주세요',
    '형 그 거래소 진짜더라 100만원 넣고 151만원 나왔어 추천코드 넣으면 보너스도 준대',
    '다음 주에 한국 출장 가는데 같이 놀아 줄래요? 라인 mina0099',
    '오늘도 21프로 드셨죠? 내일 종목은 답장 주시는 분께만 드립니다',
    '고객님 통장이 대포 의심 통장으로 신고되었습니다. 확인 070-0000-1234',
    '구치소 총무과입니다. 김밥 50줄과 함께 담요 열 장을 사장님 명의로 대신 구매 부탁드립니다.',
  ])('%s', (text) => {
    expect(judged(text).level).not.toBe('nothing_found')
  })
})

describe('a link that opens no page is never calm: nobody can read where it leads', () => {
  test.each([
    'supertoss://send?amount=50000&bank=KB',
    '여기로 보내세요 bitcoin:bc1qxy2kgdygjrsqtzq2n0yrf2493p83kkfjhx0wlh',
    'intent://a.top/x#Intent;scheme=http;end',
    '사진 확인 data:text/html;base64,PHNjcmlwdD4',
    'javascript:location="a"',
  ])('%s', (text) => {
    expect(judged(text).level).not.toBe('nothing_found')
    expect(judged(text).reasons.map(({ code }) => code)).toContain('link_hidden')
  })

  test.each(['집전화 tel:02-000-0000', 'ID:mina0099 비번은 집에 있어', '시간 3:30 장소:경로당'])(
    '%s is none',
    (text) => {
      expect(judged(text).links).toEqual([])
    },
  )
})

describe('honest notices in the same words stay calm', () => {
  test.each([
    '[강원도 인제군] 건조경보. 입산 금지, 논밭 소각 금지. 어기면 과태료 100만원. 협조 바랍니다.',
    '[푸른은행] 고객님 계좌 개설이 완료되었습니다. 자세한 것은 영업점에 물어보세요.',
    '[푸른은행] 신청하신 대출 심사가 끝났습니다. 신분증을 가지고 영업점에 오세요.',
    '[현대카드] 이*자님 03/12 결제금액 132,400원 h7.is/명세서',
    '[국외발신] 550213 is your login code. Do not share it.',
    '아들 엄마 폰 액정 나갔다. 이따 저녁에 집에서 보자',
    '박순희님에게 30,000원을 보냈어요',
    '[푸른마트] 적립금 3,100원이 이달 말에 없어집니다. 매장에서 쓰세요.',
    '(광고)[푸른안경] 개업 3주년! 오실 때 이 문자를 보여 주시면 2만원 깎아 드려요. 무료거부 080-000-3567',
  ])('%s', (text) => {
    expect(judged(text).level, JSON.stringify(judged(text).reasons)).toBe('nothing_found')
  })
})

describe('the trick is named', () => {
  test.each([
    ['[CJ대한통운] 주소지 미확인으로 반송 중입니다. 확인 http://c11.kr/abcd', 'parcel'],
    ['엄마 나 폰 액정 깨져서 수리 맡겼어 이 번호로 문자 줘 급해', 'family_impersonation'],
    ['과태료 고지서 발송 완료. 확인 https://efine-go.kr.top/a', 'fine'],
    ['비트코인 수익 300% 보장 무료 입장 https://open.kakao.com/o/abc', 'crypto'],
    ['구글 기프트카드 사서 핀번호 사진 찍어 보내', 'gift_card'],
  ])('%s', (text, trick) => {
    expect(judged(text).trick).toBe(trick)
  })
})

describe('the gravest words of a call are 위험', () => {
  test.each([
    '서울중앙지검입니다. 본인 계좌를 보호해야 하니 안전계좌로 송금하세요.',
    '여보세요 서울중앙지방검찰청인데요 지금 선생님 예금이 위험하니까 안전계좌로 이체를 하셔야 됩니다',
    '금융감독원 조사역입니다. 현금을 찾아서 저희 직원에게 전달해 주시고 가족에게도 말씀하시면 안 됩니다.',
    '엄마 살려 줘… 딸 목소리 들었지? 경찰에 알리면 못 볼 줄 알아. 지금 통장에 있는 돈 다 보내.',
  ])('%s', (text) => {
    expect(judged(text, 'call').level).toBe('danger')
  })
})

describe('ordinary talk stays calm', () => {
  test.each([
    '복지관: 보이스피싱 예방 교육이 목요일에 있어요.\n어르신: 네, 갈게요. 검찰이라고 하면서 앱을 깔라는 전화는 끊으면 되지요?\n복지관: 네, 그렇게 배우시는 거예요.',
    '딸: 엄마, 용돈 30만 원 보냈어요.\n엄마: 고맙다. 통장에 들어왔더라.\n딸: 병원비는 제가 카드로 냈으니 걱정 마세요.',
    '구청에서 전화가 와서 기초연금 서류가 빠졌다고 신분증을 가지고 주민센터로 오라고 하더라. 전화로 계좌번호 같은 건 안 물어보고.',
    '상담사: 고객님, 정기예금 만기가 다음 주예요.\n고객: 창구로 갈게요. 이자가 얼마예요?\n상담사: 세금 떼고 41만 원이세요.',
  ])('%s', (text) => {
    expect(judged(text, 'call').level).toBe('nothing_found')
  })
})

test('a wrong address of a parcel is no trouble of an account', () => {
  for (const text of [
    '[우체국] 택배 수취인 개인정보 주소 오류로 반송 처리 중입니다. 수정 http://abcd.top/a',
    '택배 배송지 위치 오류로 보관 중입니다. 주소 변경 http://abcd.top/a',
  ])
    expect(judged(text).reasons.map(({ code }) => code)).not.toContain('claims_account_problem')
})

describe('tricks told in other words are not missed', () => {
  test.each([
    '군부대 행정보급관입니다. 도시락 40개 주문할게요. 전투식량은 저희 거래처에 사장님이 먼저 결제해 주시면 함께 정산합니다.',
    '권사님 저 박 장로예요 회의 중이라 전화를 못 받아요. 급해서 그러는데 컬쳐 5만원권 세 장만 부탁해요',
    '[한가위 감사 이벤트] 고객님께 과일 세트를 보내 드립니다. 수령지 입력 http://gift.fruit-box.net/a',
    '본인 통관부호가 도용되어 밀수 의심 물품이 적발되었습니다. 조사관에게 연락 바랍니다 02-0000-7711',
    '[카드] 해외직구 미화 412달러 승인. 아니시면 카카오톡 채널 소비자보호지원단 검색',
    '저는 시리아에서 일하는 군의관입니다. 당신 사진이 아름다워요. 친구가 될 수 있을까요?',
    '고모 저 민석이에요. 아버지한테는 말하기 그래서요. 60만원만 빌려주시면 월요일에 드릴게요',
    '동호수가 없어 배달이 보류되었어요. 고쳐 주세요 http://abcd-post.net/k',
  ])('%s', (text) => {
    expect(judged(text).level).not.toBe('nothing_found')
  })

  test.each([
    '경품 추첨 1등에 당첨되셨어요. 안마의자가 나가는데 제세공과금 사십만 원을 계좌로 먼저 보내 주셔야 배송이 됩니다.',
    '국민연금인데요 미지급금이 백만 원 있으세요. 자동화기기 앞에 가셔서 카드를 넣으시고 이체를 누르신 다음 제가 불러 드리는 숫자를 누르세요.',
    '카드 배달인데요, 신청 안 하셨어요? 그러면 카드사에 직접 전화하셔야 되거든요. 번호 불러 드릴게요.',
    '저희 부대에서 주문할 건데 전투화는 저희 거래처에서 사장님이 미리 사 두시면 그날 함께 결제해 드릴게요. 오늘 입금하셔야 물건이 와요.',
    '당신 손자가 우리 동생하고 시비가 붙어서 코뼈가 나갔어. 치료비하고 합의금 팔백만 보내. 통화 종료하면 바로 경찰에 넘긴다.',
  ])('in a call: %s', (text) => {
    expect(judged(text, 'call').level).not.toBe('nothing_found')
  })
})

describe('honest words that sound alike stay calm', () => {
  test.each([
    '에너지바우처는 행정복지센터에서 신청하세요. 저희는 인터넷주소(URL)가 담긴 문자를 보내지 않습니다. [복지부]',
    '그거 딱 보이스피싱이야 누나. 깊카 사서 번호 부르라는 아들이 어디 있어. 얼른 끊어',
    '[청약홈] 당첨자 발표는 10월 2일입니다. 청약홈(www.applyhome.co.kr)에 로그인하여 확인하세요.',
  ])('%s', (text) => {
    expect(judged(text).level, JSON.stringify(judged(text).reasons)).toBe('nothing_found')
  })

  test.each([
    '노인정에 순경이 와서 가르쳐 주는데, 금감원이라고 하면서 앱을 깔라고 하면 끊으래. 돈을 옮기라는 것도 다 거짓말이고.',
    '○○경찰서 교통과 박 경장입니다. 접수하신 접촉 사고 때문에 전화드렸습니다. 경찰서 대표번호로 거셔서 저를 찾으시면 됩니다. 급한 일은 아니니 편하실 때 오세요.',
    '고객: 카드사라면서 앱을 깔라고 전화가 왔어요.\n상담원: 저희는 전화로 앱 설치를 요구하지 않습니다. 그 문자는 누르지 마시고 지워 주세요. 다시 오면 끊고 112로 신고해 주세요.',
  ])('in a call: %s', (text) => {
    expect(judged(text, 'call').level, JSON.stringify(judged(text, 'call').reasons)).toBe(
      'nothing_found',
    )
  })
})
