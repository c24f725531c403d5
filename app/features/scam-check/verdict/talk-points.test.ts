import { describe, expect, test } from 'vitest'
import { judge } from './judge'
import { judged, knowledge } from './test-knowledge'

const ordinary =
  '우리는 지난주에 통영에 갔다 왔어요. 케이블카를 타고 시장에서 멸치를 사고 굴밥을 먹었는데 주차할 데가 없어서 한참을 돌았지요. 저녁에는 비가 와서 숙소에서 화투를 쳤고 이튿날은 늦잠을 잤어요. 손주가 전화를 해서 언제 오느냐고 묻더라고요. '
const talk = (times: number) => ordinary.repeat(times)

const trick =
  '서울중앙지검 수사관입니다. 선생님 명의로 된 통장이 범죄에 쓰였습니다. 지금 통장에 있는 돈을 안전계좌로 옮기셔야 하고 이 전화는 끊지 마세요. 가족에게도 말씀하시면 안 됩니다. '

describe('a long talk', () => {
  test('is calm where one thing is named in passing', () => {
    for (const word of [
      '어제 드라마에서 검사가 영장을 들고 오더라고요. ',
      '대출 이자가 올라서 다들 힘들다고 하네요. ',
      '동생이 보이스피싱으로 잃을 뻔했다고 해서 놀랐어요. ',
    ])
      expect(judged(talk(12) + word + talk(12), 'call').level, word).toBe('nothing_found')
  })

  test('is calm where what was named lies far apart', () => {
    const far = `${talk(8)}아들이 사고를 냈다고 해서 놀랐지요. ${talk(8)}요즘은 대출이 잘 안 나온대요. ${talk(8)}`
    expect(judged(far, 'call').level).toBe('nothing_found')
  })

  test('is at most 주의 where one thing alone was asked in passing, whatever the tone', () => {
    const text = `${talk(12)}손주들은 게임 화면을 공유하고 서로 도와주더라고요. ${talk(12)}`
    const call = { ...knowledge.call, bias: 9 }
    const { level } = judge(text, { ...knowledge, call }, { kind: 'call', origin: 'typed' })
    expect(level).toBe('caution')
  })

  test.each([0, 6, 12])('is not calm with a trick after %i times of ordinary talk', (before) => {
    expect(judged(talk(before) + trick + talk(12), 'call').level).not.toBe('nothing_found')
  })

  test('gives reasons out of the trick, not out of what surrounds it', () => {
    const text = `${talk(8)}드라마에서 검사가 영장을 들고 오더라고요. ${talk(8)}${trick}${talk(8)}`
    const begin = text.indexOf(trick)
    const spans = judged(text, 'call').reasons.flatMap((one) => one.spans)
    expect(spans.length).toBeGreaterThan(0)
    for (const [from, to] of spans) {
      expect(from).toBeGreaterThanOrEqual(begin)
      expect(to).toBeLessThanOrEqual(begin + trick.length)
    }
  })
})

test('what honest callers speak of as well is never 위험 by itself', () => {
  for (const text of [
    '고객: 전세 대출 금리가 얼마예요?\n상담원: 심사해 봐야 알지만 대략 3퍼센트입니다. 한도는 소득에 따라 다르시고요. 해지하시면 환급금이 나옵니다.',
    '상담원: 서류는 건당 천 원이고 오늘 바로 됩니다. 환불은 이레 안에 말씀하세요.',
  ])
    expect(judged(text, 'call').level).not.toBe('danger')
})
