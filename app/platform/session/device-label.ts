const devices: [RegExp, string][] = [
  [/iPhone/, '아이폰'],
  [/iPad/, '아이패드'],
  [/SamsungBrowser|\bSM-[A-Z]?\d|SAMSUNG/i, '삼성 갤럭시'],
  [/\bLM-[A-Z]|\bLG-|; LG/, '엘지 휴대폰'],
  [/Pixel/, '구글 픽셀'],
  [/Android.*Mobile/, '안드로이드 휴대폰'],
  [/Android/, '안드로이드 태블릿'],
  [/Windows/, '윈도우 컴퓨터'],
  [/CrOS/, '크롬북'],
  [/Macintosh/, '맥 컴퓨터'],
  [/Linux/, '리눅스 컴퓨터'],
]

const browsers: [RegExp, string][] = [
  [/KAKAOTALK/i, '카카오톡'],
  [/NAVER\(/i, '네이버'],
  [/SamsungBrowser/, '삼성 인터넷'],
  [/Whale\//, '웨일'],
  [/Edg(A|iOS)?\//, '엣지'],
  [/OPR\/|OPT\//, '오페라'],
  [/Firefox|FxiOS/, '파이어폭스'],
  [/Chrome|CriOS/, '크롬'],
  [/Safari/, '사파리'],
]

/** What a person would call this device, from its User-Agent: "삼성 갤럭시 · 크롬". At most 60 characters. */
export function deviceLabel(userAgent: string): string {
  const find = (list: [RegExp, string][]) => list.find(([pattern]) => pattern.test(userAgent))?.[1]
  const parts = [find(devices), find(browsers)].filter(Boolean)
  return parts.join(' · ') || '이름 모를 기기'
}
