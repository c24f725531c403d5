import { expect, test } from 'vitest'
import { paths } from './paths'
import { toldBy } from './told-by'

const step = (title: string, checkedOn: string) => ({
  id: 'one',
  text: '은행에 알려요.',
  source: { title, checkedOn },
})

test('names each office once, and the day since which nothing was looked at again', () => {
  const steps = [
    step('피싱 피해 대처방법, 금융감독원', '2026-11-25'),
    step('118 상담 안내, 한국인터넷진흥원', '2026-10-02'),
    step('피해금 환급 절차, 금융감독원', '2026-11-25'),
  ]
  expect(toldBy(steps)).toBe('금융감독원·한국인터넷진흥원 안내예요. 2026년 10월 2일에 확인했어요.')
})

test('every path names whom its steps come from', () => {
  for (const { steps } of paths) expect(toldBy(steps)).toMatch(/^\S.* 안내예요\. \d{4}년/)
})
