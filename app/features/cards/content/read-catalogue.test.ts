import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { readCatalogue } from './read-catalogue.server'

const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 256 160"><path d="M0 0h9" class="ink"/></svg>'

function card(id: string, track: string, order: number, drawing?: string): string {
  return `---
id: ${id}
track: ${track}
order: ${order}
title: 사진 보기
level: 1
minutes: 3
points: 10
quiz:
  question: 어떻게 볼까요?
  answers: [{ text: 눌러요, correct: true }, { text: 흔들어요 }]
  explanation: 누르면 열려요.
source: { title: 널리 알려진 사용법 }
checked: 2026-11-24
---

사진을 볼 때 써요.

## 이렇게 해요

1. 사진을 눌러요.
${drawing ? `\n   ![사진](${drawing})\n` : ''}
2. 다시 눌러요.

## 해 보기

사진을 열어 보세요.
`
}

let contentDir: string

beforeEach(async () => {
  contentDir = await mkdtemp(join(tmpdir(), 'catalogue-'))
})
afterEach(() => rm(contentDir, { recursive: true }))

async function read(files: Record<string, string>) {
  for (const [name, text] of Object.entries(files)) {
    const file = join(contentDir, name)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, text)
  }
  const { cards, problems } = await readCatalogue(contentDir)
  return {
    ids: cards.map(({ id }) => id),
    problems: problems.map(({ file, line, message }) => {
      return `${file.slice(contentDir.length + 1)}:${line} ${message}`
    }),
  }
}

it('lists the cards in the order of the tracks and of their places', async () => {
  const found = await read({
    'cards/ai-basics/a.md': card('ask', 'ai-basics', 10),
    'cards/smartphone-basics/a.md': card('late', 'smartphone-basics', 100),
    'cards/smartphone-basics/b.md': card('early', 'smartphone-basics', 20, 'photo.svg'),
    'drawings/photo.svg': svg,
  })
  expect(found).toEqual({ ids: ['early', 'late', 'ask'], problems: [] })
})

it('has no cards where there is no folder', async () => {
  expect(await read({})).toEqual({ ids: [], problems: [] })
})

it.each<[string, Record<string, string>, string, string[]]>([
  [
    'an id twice',
    {
      'cards/ai-basics/a.md': card('same', 'ai-basics', 10),
      'cards/ai-basics/b.md': card('same', 'ai-basics', 20),
    },
    'cards/ai-basics/b.md:2 id "same" is taken by',
    ['same'],
  ],
  [
    'a place twice',
    {
      'cards/ai-basics/a.md': card('one', 'ai-basics', 10),
      'cards/ai-basics/b.md': card('two', 'ai-basics', 10),
    },
    'cards/ai-basics/b.md:4 order 10 in ai-basics is taken by',
    ['one'],
  ],
  [
    'the wrong folder',
    { 'cards/ai-basics/a.md': card('one', 'kakao-photos', 10) },
    'cards/ai-basics/a.md:3 track "kakao-photos" is not the folder "ai-basics"',
    [],
  ],
  [
    'a drawing nobody uses',
    { 'drawings/photo.svg': svg },
    'drawings/photo.svg:1 no card uses this drawing',
    [],
  ],
  [
    'a drawing that is not there',
    { 'cards/ai-basics/a.md': card('one', 'ai-basics', 10, 'photo.svg') },
    'cards/ai-basics/a.md:23 there is no drawing content/drawings/photo.svg',
    [],
  ],
])('refuses %s', async (_name, files, expected, ids) => {
  const found = await read(files)
  expect(found.problems).toEqual([expect.stringContaining(expected)])
  expect(found.ids).toEqual(ids)
})

it('names every mistake of a drawing in the drawing itself', async () => {
  const found = await read({
    'cards/ai-basics/a.md': card('one', 'ai-basics', 10, 'photo.svg'),
    'drawings/photo.svg': svg.replace('<path', '\n<path id="a" fill="red"'),
  })
  expect(found.problems).toEqual([
    expect.stringContaining('cards/ai-basics/a.md:23 photo.svg cannot be used, its line 2'),
    expect.stringContaining('drawings/photo.svg:2 attribute "id" is not allowed on <path>'),
    expect.stringContaining('drawings/photo.svg:2 attribute "fill" is not allowed on <path>'),
  ])
})
