/** What a phone shows that was ended from another one. By itself, since every page loads it. */
export const endedWords = {
  title: '이 휴대폰에서 로그아웃됐어요',
  body: '다시 쓰시려면 전화번호로 들어와 주세요.',
  tag: 'gyeote-ended',
} as const
