import { expect, test } from 'vitest'
import { dueDoses } from './due-doses'
import { course, having, on, pack, pause, slotsOf, version } from './test-facts'

const first = on('2027-03-01')

test('a pause without an end changes nothing before it, also where slots began in a pause before it', () => {
  const pouch = course({ endsWithPack: true })
  const begun = version(pouch, { fromOn: first, slots: slotsOf('exact', 'morning') })
  const later = version(pouch, {
    baseId: begun.id,
    fromOn: first + 1,
    slots: slotsOf('bedtime', 'evening'),
  })
  const facts = having({
    courses: [pouch],
    courseVersions: [begun, later],
    packs: [pack(pouch, { firstOn: first, firstSlot: 'morning', days: 1 })],
    pauses: [pause('2027-03-01 08:01', '2027-03-03 04:00', { courseId: pouch.id })],
  })
  const more = pause('2027-03-03 04:00', null, { courseId: pouch.id })
  const before = (known: typeof facts) => dueDoses(known, first, first + 2)
  expect(before({ ...facts, pauses: [...facts.pauses, more] })).toEqual(before(facts))
})
