import { expect, test } from 'vitest'
import { mergeFacts, type MoreFacts } from '../schedule/merge-facts'
import { dueDoses } from '../schedule/due-doses'
import { momentOf } from '../schedule/moment'
import { course, having, instant, now, on, version, zone } from '../schedule/test-facts'
import { factsFrom } from '../facts/facts-from'
import { aheadInWords, movedTo, travelOf } from './travel'

const heart = course()
const facts = having({ courses: [heart], courseVersions: [version(heart)] })
const morning = now('2027-03-02 10:00')
const writer = { by: 'senior', deviceId: 'phone', at: morning.instant, receivedAt: null }

test('another name for the same time asks for nothing', () => {
  expect(travelOf(facts, morning, 'Asia/Seoul')).toBeNull()
  expect(travelOf(facts, morning, 'Asia/Tokyo')).toBeNull()
})

test('more than three hours ask for the pharmacist as well', () => {
  expect(travelOf(facts, morning, 'Asia/Bangkok')).toMatchObject({
    aheadMin: -120,
    asksPharmacist: false,
    isHome: false,
  })
  expect(travelOf(facts, morning, 'Asia/Kathmandu')).toMatchObject({
    aheadMin: -195,
    asksPharmacist: true,
  })
})

test.each(['America/Los_Angeles', 'Pacific/Auckland', 'Europe/Berlin'])(
  'whoever moves to %s goes by its clocks at once, and the keys stay',
  (there) => {
    const moved: MoreFacts = factsFrom(
      movedTo(there, facts, morning, () => 'zone-1'),
      writer,
    )
    const after = mergeFacts(facts, moved)
    const moment = momentOf(after, morning.instant)
    expect(moment.zone).toBe(there)
    expect(moment.day).toBe(moved.zones?.[0]?.fromOn)
    expect(travelOf(after, moment, there)).toBeNull()
    expect(travelOf(after, moment, 'Asia/Seoul')).toMatchObject({ isHome: true })
    const keys = (of: typeof facts) =>
      dueDoses(of, on('2027-03-01'), on('2027-03-09')).map(({ key }) => key)
    expect(keys(after)).toEqual(keys(facts))
  },
)

test('the next move succeeds the last one', () => {
  const berlin = zone('Europe/Berlin', on('2027-02-01'), instant('2027-02-01 12:00'))
  const away = mergeFacts(facts, { zones: [berlin] })
  expect(movedTo('Asia/Seoul', away, morning, () => 'zone-2').zones?.[0]).toMatchObject({
    baseId: berlin.id,
    name: 'Asia/Seoul',
  })
})

test('hours and minutes as people say them', () => {
  expect([60, -195, 30].map(aheadInWords)).toEqual([
    '1시간 빨라요',
    '3시간 15분 늦어요',
    '30분 빨라요',
  ])
})
