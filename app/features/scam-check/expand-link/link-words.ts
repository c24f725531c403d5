import type { NoticeKind } from '~/ui/notice'
import type { LinkAnswer } from './link-answer'

interface LinkWords {
  kind: NoticeKind
  word?: string
  title: string
  /** What to do now. */
  now: string
}

const doNotPress = '누르지 마세요.'
const unknown = '모르는 곳이면 열지 마세요. 아는 번호로 직접 물어보세요.'

/** What is said of an answer. Never that a place is safe: only where it is. */
export function linkWords({ leadsTo, final, reason }: LinkAnswer): LinkWords {
  switch (reason) {
    case 'arrived':
      return leadsTo.length > 0
        ? { kind: 'info', title: '이 링크는 아래 주소로 가요.', now: unknown }
        : {
            // Only short links are asked about, and what a page does once it is open nobody has seen.
            kind: 'nothing',
            word: '알 수 없어요',
            title: '열어야만 어디로 가는지 나오는 링크예요.',
            now: unknown,
          }
    case 'app_file':
      return { kind: 'caution', title: '앱 파일을 내려받게 하는 링크예요.', now: doNotPress }
    case 'opens_app':
      return { kind: 'caution', title: '휴대폰 앱을 열게 하는 링크예요.', now: doNotPress }
    case 'too_many_hops':
      return {
        kind: 'caution',
        title: '여러 곳을 거쳐서 어디로 가는지 감추고 있어요.',
        now: doNotPress,
      }
    case 'not_asked':
      return { kind: 'caution', title: '보통 링크가 가지 않는 곳으로 가요.', now: doNotPress }
    case 'no_answer':
      return {
        kind: 'nothing',
        word: '알 수 없어요',
        title: final ? '아래 주소로 가는데, 대답이 없어요.' : '링크가 대답하지 않아요.',
        now: '어떤 곳인지 알 수 없으니 열지 마세요.',
      }
    case 'not_a_link':
      return {
        kind: 'nothing',
        word: '알 수 없어요',
        title: '링크를 읽지 못했어요.',
        now: '빠진 글자가 없는지 살펴봐 주세요.',
      }
  }
}

export const failureWords = {
  too_many: '짧은 동안 여러 번 알아봤어요. 10분쯤 뒤에 다시 눌러 주세요.',
  no_answer: '곁에와 연결되지 않았어요. 인터넷을 살펴보고 다시 눌러 주세요.',
}
