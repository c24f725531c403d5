import { expect, test } from 'vitest'
import type { Store } from '~/offline/store/store'
import { createTestDisk } from '~/offline/test-phone'
import { keepFacts } from './kept-facts'
import { wantedToday } from './medication-page'
import { readKeptMedication } from './read-kept-medication'
import { isoDate } from '../schedule/care-date'
import { answer, course, instant, keyOf, on, pack, version } from '../schedule/test-facts'

const box = course({ kind: 'single' })
const today = on('2027-03-10')
const answers = Array.from({ length: 700 }, (_, ago) => isoDate(today - ago)).map((date) =>
  answer(keyOf(box, date, 'morning'), 'taken', `${date} 08:05`, { id: `on ${date}` }),
)

test('two years of answers: the months of the last pack are opened, each once, and no other', async () => {
  const phone = createTestDisk().open()
  await phone.becomePerson('senior')
  const store = await phone.openStore()
  const handedOut = pack(box, { firstOn: today - 100, days: null, amount: 200_000 })
  await keepFacts(phone.locks, store, {
    courses: [box],
    courseVersions: [version(box)],
    packs: [handedOut],
    answers,
  })
  const { opened, watched } = watch(store)
  const page = await readKeptMedication(watched, wantedToday, instant('2027-03-10 09:00'), () =>
    Promise.resolve([]),
  )
  expect(opened.sort()).toEqual(['2026-11', '2026-12', '2027-01', '2027-02', '2027-03'])
  const since = answers.filter(({ takenWall }) => (takenWall ?? 0) >= on('2026-11-01') * 1440)
  expect(new Set(page?.facts.answers.map(({ id }) => id))).toEqual(
    new Set(since.map(({ id }) => id)),
  )
  expect(page?.facts.answers).toHaveLength(since.length)
})

/** The same store, with the months that were looked for. */
function watch(store: Store): { opened: string[]; watched: Store } {
  const opened: string[] = []
  const watched: Store = {
    ...store,
    read: (shape, id) => {
      if (id !== undefined) opened.push(id)
      return store.read(shape, id)
    },
    readAll: (shape, ids) => {
      opened.push(...ids)
      return store.readAll(shape, ids)
    },
  }
  return { opened, watched }
}
