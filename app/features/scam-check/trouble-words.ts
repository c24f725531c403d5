import type { Trouble } from './use-check'

export const troubleWords: Record<'message' | 'call', Record<Trouble, string>> = {
  message: {
    empty: '글이 비었어요. 받은 글을 붙여 넣거나 적어 주세요.',
    not_ready: '아직 살펴볼 준비가 안 됐어요. 인터넷을 켜고 한 번 더 눌러 주세요.',
  },
  call: {
    empty: '고르신 것이 없어요. 들으신 말을 하나라도 골라 주세요.',
    not_ready: '아직 살펴볼 준비가 안 됐어요. 인터넷을 켜고 한 번 더 눌러 주세요.',
  },
}
