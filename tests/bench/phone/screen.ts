/** A small phone in Korea. */
export const screen = {
  viewport: { width: 360, height: 740 },
  deviceScaleFactor: 2,
  locale: 'ko-KR',
  timezoneId: 'Asia/Seoul',
}
