/** Of a picture that another app shared and that is not here: what happened and why, as well as what to do. */
export const lostWords = {
  too_large: '8메가보다 큰 사진은 넘겨받지 못해요.',
  not_kept: '이 휴대폰에 사진을 둘 수 없었어요.',
} as const
/** Begun and not ended: it was stopped, it could not be read, or the page went away over it. */
export const unreadWords = {
  title: '사진은 읽지 못했어요',
  now: '받은 글을 아래 칸에 적거나 다른 사진을 골라 주세요.',
}
/** Beside a verdict that knows nothing of the picture. */
export const unseenWords = {
  text: '사진은 살펴보지 못했어요. 적힌 글만 보고 말씀드린 거예요.',
  go: '사진도 살펴보기',
}
export const pickWords = '아래 “사진에서 글자 읽기” 단추에서 그 사진을 골라 주세요.'
export const otherwiseWords = '문자 화면을 캡처하거나 글을 적어도 돼요.'
