import { describe, expect, it } from 'vitest'
import { lintCopy, type CopyKind } from './copy-lint'

const allowed = ['AI', 'Wi-Fi', 'Play 스토어', 'MB']

describe('right words', () => {
  it.each<[CopyKind, string]>([
    ['sentence', '손주 사진이 작게 보일 때 써요. 얼굴이 또렷해져요.'],
    ['sentence', '사진을 크게 보려면 어떻게 할까요?'],
    ['sentence', '그러니까 걱정하지 마세요.'],
    ['sentence', '은행은 비밀번호를 묻지 않죠.'],
    ['sentence', "'엄마, 나 폰 고장 났어.'라고 와도 돈을 보내지 마세요."],
    ['sentence', '"금일 납부 바랍니다."라고 오면 지워요.'],
    ['sentence', '"검찰청입니다. 계좌가 위험합니다."'],
    ['sentence', '오른쪽 위를 눌러요(점 세 개).'],
    ['sentence', '비밀번호가 없으면 열지 못해요.'],
    ['sentence', '안 보이면 돋보기를 눌러요.'],
    ['sentence', '인터넷 없이도 볼 수 있어요.'],
    ['sentence', 'AI에게 물어요. Wi-Fi를 켜요. Play 스토어를 열어요. 10MB예요.'],
    ['button', '먹었어요'],
    ['button', '오늘의 카드 보기'],
    ['title', '사진을 크게 보기'],
    ['title', '여름 바다'],
    ['label', '아침 여덟 시'],
    ['answer', '두 손가락을 벌려요'],
    ['alt', '두 손가락을 벌리자 휴대폰 속 사진이 커지는 그림'],
    ['alt', '손가락이 화면을 누른다'],
    ['name', '과학기술정보통신부와 한국지능정보사회진흥원이 함께 펴낸 디지털 배움터 안내서'],
    ['text', '오전 9:00'],
    ['text', '두 번 남았어요.'],
    ['error', '전화번호가 한 자리 모자라요. 다시 적어 주세요.'],
    ['error', '인터넷이 끊겨서 보내지 못했어요. 다시 해 주세요.'],
    ['pushTitle', '약 드실 시간이에요'],
  ])('%s: %s', (kind, text) => {
    expect(lintCopy(text, kind, allowed)).toEqual([])
  })
})

const forty = '가'.repeat(38)

describe('lengths are counted with spaces, the limit itself is right', () => {
  it.each<[CopyKind, string, string]>([
    ['sentence', `${forty}요.`, `가${forty}요.`],
    ['sentence', `해요. ${forty}요.`, `해요. 가${forty}요.`],
    ['error', `${forty}요.`, `가${forty}요.`],
    ['text', `${forty}요.`, `가${forty}요.`],
    ['button', '가'.repeat(12), '가'.repeat(13)],
    ['title', '가'.repeat(15), '가'.repeat(16)],
    ['label', '가'.repeat(20), '가'.repeat(21)],
    ['answer', '가'.repeat(20), '가'.repeat(21)],
    ['alt', '가'.repeat(60), '가'.repeat(61)],
    ['pushTitle', '가'.repeat(25), '가'.repeat(26)],
    ['pushBody', '가'.repeat(50), '가'.repeat(51)],
  ])('%s', (kind, fits, tooLong) => {
    expect(lintCopy(fits, kind)).toEqual([])
    expect(lintCopy(tooLong, kind)).toEqual([expect.stringContaining('characters; shorten it to')])
  })

  it('counts a decomposed syllable once', () => {
    expect(lintCopy('각'.repeat(12).normalize('NFD'), 'button')).toEqual([])
  })
})

describe('wrong words', () => {
  it.each<[CopyKind, string, string]>([
    ['sentence', '', 'the text is empty'],
    ['sentence', '사진을 봅니다.', '"…습니다" is not 해요체'],
    ['sentence', '사진을 보았습니다.', '"…습니다" is not 해요체'],
    ['sentence', '보시겠습니까?', '"…습니다" is not 해요체'],
    ['sentence', '좋습니다만 조금 기다려요.', '"…습니다" is not 해요체'],
    ['sentence', '사진을 누르십시오.', '"…시오" is an order'],
    ['sentence', '사진을 누른다.', '"…다" is not 해요체'],
    ['sentence', '사진이 없다.', '"…다" is not 해요체'],
    ['sentence', '사진을 봤다.', '"…다" is not 해요체'],
    ['sentence', '사진을 눌러.', 'does not end in 해요체'],
    ['sentence', '사진 누르기', 'does not end in 해요체'],
    ['sentence', '도움이 필요.', 'does not end in 해요체'],
    ['text', '사진 누르기.', 'does not end in 해요체'],
    ['button', '확인합니다', '"…습니다" is not 해요체'],
    ['title', '사진을 본다', '"…다" is not 해요체'],
    ['answer', '누를 수 있다', '"…다" is not 해요체'],
    ['sentence', '눌러 보세요!', 'exclamation mark'],
    ['button', '좋아요！', 'exclamation mark'],
    ['sentence', '😀 좋아요.', 'emoji'],
    ['button', '❤️ 고마워요', 'emoji'],
    ['name', '🇰🇷 정부', 'emoji'],
    ['sentence', 'URL을 눌러요.', '"URL" is not Hangul'],
    ['sentence', "'Google'을 눌러요.", '"Google" is not Hangul'],
    ['sentence', 'AIR를 눌러요.', '"AIR" is not Hangul'],
    ['name', 'KISA 보호나라', '"KISA" is not Hangul'],
    ['sentence', '볼 수 없지 않아요.', 'denies twice'],
    ['sentence', '보지 않을 수 없어요.', 'denies twice'],
    ['sentence', '끄지 않으면 안 돼요.', 'denies twice'],
    ['sentence', '안 끄면 안 돼요.', 'denies twice'],
    ['sentence', '못 보지는 않아요.', 'denies twice'],
    ['sentence', '방법이 없는 것은 아니에요.', 'denies twice'],
    ['sentence', '금일 약을 드세요.', '"금일" is officialese; write "오늘"'],
    ['label', '주소 기재', '"기재" is officialese; write "적기"'],
    ['error', '번호를 잘못 입력하셨어요.', '"잘못입력" blames'],
    ['error', '올바르지 않은 정보예요.', '"올바르지않" blames'],
    ['error', '오류가 발생했어요.', '"오류가발생" blames'],
    ['error', '시스템 오류예요.', '"시스템오류" blames'],
    ['error', '죄송해요. 다시 적어 주세요.', '"죄송" blames'],
    ['error', '다시 시도해 주세요.', 'alone does not help'],
    ['error', '잠시 후 다시 시도해 주세요.', 'alone does not help'],
    ['error', '가요. 나요. 다요. 라요.', 'an error has 4 sentences'],
  ])('%s: %s', (kind, text, expected) => {
    expect(lintCopy(text, kind, allowed)).toEqual([expect.stringContaining(expected)])
  })
})
