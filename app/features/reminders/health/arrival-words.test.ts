import { expect, it } from 'vitest'
import { arrivalWords } from './arrival-words'

const came = Date.parse('2027-03-02T16:00:00Z')
const now = Date.parse('2027-03-02T20:00:00Z')

it('says when by the clock of the phone, not by Seoul’s', () => {
  expect(arrivalWords(came, now, 'America/Los_Angeles')).toBe('오늘 오전 8시에 왔어요.')
  expect(arrivalWords(came, now, 'Asia/Seoul')).not.toBe(
    arrivalWords(came, now, 'America/Los_Angeles'),
  )
})
