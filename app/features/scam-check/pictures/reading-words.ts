import { downloadMegabytes } from './reading-files'

/** What went wrong, and what to do. */
export const readingFailures = {
  unreadable: '이 사진은 열 수 없어요. 화면을 다시 찍어서(캡처) 골라 주세요.',
  no_text: '사진에서 글자를 찾지 못했어요. 글자가 크고 반듯한 사진을 골라 주세요.',
  no_network: '내려받다가 끊겼어요. 인터넷을 살펴보고 사진을 다시 골라 주세요.',
  broken: '이 휴대폰에서는 사진을 읽지 못했어요. 문자를 복사해서 붙여 넣어 주세요.',
} as const
export type ReadingFailure = keyof typeof readingFailures

export const askWords = {
  title: '글자 읽는 도구를 받을까요?',
  /** To whoever wants the picture looked at. */
  first: '사진을 읽어야 살펴볼 수 있어요.',
  text: `처음 한 번만 받아요. 크기는 약 ${downloadMegabytes}메가예요. 받고 나면 인터넷이 없어도 사진을 읽어요. 사진은 휴대폰 밖으로 나가지 않아요.`,
  yes: '받고 사진 읽기',
  no: '그만두기',
}

export const offlineWords =
  '사진을 읽으려면 인터넷이 될 때 한 번 받아야 해요. 지금은 문자를 복사해서 붙여 넣어 주세요.'
