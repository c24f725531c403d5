/** On a locked screen: no name, no number, nothing of anybody's health. */
export const weekPushWords = {
  title: '이번 주 소식이 왔어요',
  body: '곁에에서 확인하세요.',
}
