import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { checkScamContent } from './check-scam-content'
import { checkContent } from './content-check'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'scam-'))
})
afterAll(() => rm(folder, { recursive: true }))

/** What ships, with some of its words changed. */
async function check(today: string, change: (text: string) => string = (text) => text) {
  for (const file of ['after.json', 'now.json'])
    await writeFile(
      join(folder, file),
      change(await readFile(join('content/scam', file), 'utf8')).replace(
        /\d{4}-\d{2}-\d{2}/g,
        '2026-05-25',
      ),
    )
  const { problems, old } = await checkScamContent(folder, today, [])
  return { problems: problems.map(({ message }) => message), old: old.length }
}

test('what ships is right, and its facts are good for six months', async () => {
  expect(await check('2026-11-25')).toEqual({ problems: [], old: 0 })
  expect((await check('2026-11-26')).old).toBeGreaterThan(20)
})

test('the lists of numbers and addresses grow old as well', async () => {
  const lists = join(folder, 'lists.json')
  onTestFinished(() => rm(lists))
  await writeFile(lists, '{\n  "checkedOn": "2026-05-24",\n  "officialNumbers": []\n}\n')
  expect((await check('2026-11-24')).old).toBe(0)
  const { old } = await checkScamContent(folder, '2026-11-25', [])
  expect(old).toEqual([expect.objectContaining({ file: lists, line: 2 })])
})

test('facts of six months ago are warned of, and are problems before a release', async () => {
  const content = join(folder, 'whole')
  await mkdir(join(content, 'scam'), { recursive: true })
  const after = await readFile('content/scam/after.json', 'utf8')
  await writeFile(
    join(content, 'scam', 'after.json'),
    after.replace(/\d{4}-\d{2}-\d{2}/g, '2026-05-25'),
  )
  const today = '2026-11-26'
  const told = expect.objectContaining({ message: expect.stringContaining('6 months ago') })
  const usual = await checkContent(content, { today, release: false })
  expect(usual.warnings).toContainEqual(told)
  expect(usual.problems).not.toContainEqual(told)
  const release = await checkContent(content, { today, release: true })
  expect(release.problems).toContainEqual(told)
  expect(release.warnings).not.toContainEqual(told)
})

test('a day to come, a poor sentence and a mark beside the example are told', async () => {
  const { problems } = await check('2026-05-24', (text) =>
    text.replace('비행기 모드를 켜요.', '비행기 모드를 켭니다.').replace('"급한데"', '"급하면"'),
  )
  expect(problems).toContainEqual(expect.stringContaining('"…습니다" is not 해요체'))
  expect(problems).toContainEqual(expect.stringContaining('"급하면" is marked'))
  expect(problems).toContainEqual(expect.stringContaining('is after today'))
})

test('a file that does not fit its schema is told, not thrown', async () => {
  const { problems } = await check('2026-11-25', (text) => text.replace('"sent-id"', '"other"'))
  expect(problems).toContainEqual(expect.stringMatching(/^paths\.\d\.id/))
})
