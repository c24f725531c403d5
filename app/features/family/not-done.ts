/** Why something that a senior chose about their family could not be written down; the page they come to says it. */
export const notDoneWords = {
  no_asking: '벌써 답하셨거나 시간이 지난 물음이에요. 지금 이어진 분은 아래에 있어요.',
  no_link: '그 사이에 연결이 끝나서 못 바꿨어요. 지금 이어진 분은 아래에 있어요.',
  no_kinds: '보여 줄 것이 비어 있어서 못 적었어요. ‘보이는 것 바꾸기’에서 골라 주세요.',
} as const

export const isNotDone = (text: string): text is keyof typeof notDoneWords =>
  Object.hasOwn(notDoneWords, text)
