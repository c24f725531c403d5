import { expect, test } from 'vitest'
import { mergeFacts } from '../schedule/merge-facts'
import { course, having, hour, now, on, slotsOf, version } from '../schedule/test-facts'
import { alarmSeriesOf } from './alarm-series'
import { alarmTimes } from './alarm-times'

test('stretches of one hour are said as one, in the order of the day', () => {
  const heart = course()
  const facts = mergeFacts(
    having({
      courses: [heart],
      courseVersions: [version(heart, { slots: slotsOf('evening', 'morning') })],
    }),
    {
      slotHours: [
        hour('morning', '09:00', { id: 'hour-1', fromOn: on('2027-03-02') }),
        hour('morning', '08:00', { fromOn: on('2027-03-05'), baseId: 'hour-1' }),
      ],
    },
  )
  const times = alarmTimes(alarmSeriesOf(facts, now('2027-03-01 06:00')))
  expect(times.map(({ time, title, from, to }) => [time, title, from, to])).toEqual([
    ['오전 8시', '아침 약', on('2027-03-01'), on('2027-05-29')],
    ['오전 9시', '아침 약', on('2027-03-02'), on('2027-03-04')],
    ['오후 6시 30분', '저녁 약', on('2027-03-01'), on('2027-05-29')],
  ])
})
