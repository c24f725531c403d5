/** Messages that end in each verdict, written for the tests. */
export const messages = {
  danger:
    '[Web발신] 고객님 택배가 주소 오류로 멈췄습니다. 확인 https://cj-post.top/k2 문의 010-1234-5678',
  caution: '사진 보내드려요 han.gl/abcd',
  nothing: '엄마, 나 오늘 7시쯤 도착해. 저녁 같이 먹자.',
  call: '서울중앙지검 수사관입니다. 범죄에 연루됐으니 아무에게도 말하지 말고 안전계좌로 돈을 송금하세요.',
} as const
