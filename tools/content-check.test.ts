import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { checkContent } from './content-check'

const card = `---
id: ask-ai
track: ai-basics
order: 10
title: AI에게 물어보기
level: 1
minutes: 3
points: 10
quiz:
  question: 어떻게 물을까요?
  answers:
    - text: 말로 물어요
      correct: true
    - text: 흔들어요
  explanation: 말로 물어도 알아들어요.
source:
  title: 널리 알려진 사용법
checked: 2025-11-24
---

궁금한 것이 있을 때 씁니다.

## 이렇게 해요

1. 마이크를 눌러요.
2. 천천히 말해요.

## 해 보기

ABC에게 물어보세요.
`

let contentDir: string

beforeAll(async () => {
  contentDir = await mkdtemp(join(tmpdir(), 'content-'))
  await mkdir(join(contentDir, 'cards/ai-basics'), { recursive: true })
  await writeFile(join(contentDir, 'cards/ai-basics/ask.md'), card)
  await writeFile(join(contentDir, 'allowed-words.txt'), '# names\nAI\n\n')
})
afterAll(() => rm(contentDir, { recursive: true }))

async function check(today: string, release = false) {
  const report = await checkContent(contentDir, { today, release })
  const show = ({ file, line, message }: (typeof report.problems)[number]) =>
    `${file.slice(contentDir.length + 1)}:${line} ${message}`
  return { ...report, problems: report.problems.map(show), warnings: report.warnings.map(show) }
}

const wordsAndAmounts = [
  expect.stringContaining('cards/ai-basics/ask.md:21 "…습니다" is not 해요체'),
  expect.stringContaining('cards/ai-basics/ask.md:30 "ABC" is not Hangul'),
  expect.stringContaining('cards:1 1 cards can be used; write at least 40'),
  expect.stringContaining('drawings:1 0 of 1 cards have a drawing'),
]

it('finds poor words at their lines, too few cards and too few drawings', async () => {
  const { problems, warnings, summary } = await check('2026-11-24')
  expect(problems).toEqual(wordsAndAmounts)
  expect(warnings).toEqual([])
  expect(summary).toContain('ai-basics: 1 cards, 0 with a drawing')
})

it('warns when a card was checked more than a year ago', async () => {
  const { problems, warnings } = await check('2026-11-25')
  expect(problems).toEqual(wordsAndAmounts)
  expect(warnings).toEqual([
    expect.stringContaining('cards/ai-basics/ask.md:18 checked 2025-11-24 is more than a year ago'),
  ])
})

it('fails for the same reason before a release', async () => {
  const { problems, warnings } = await check('2026-11-25', true)
  expect(warnings).toEqual([])
  expect(problems[0]).toContain('ask.md:18 checked 2025-11-24 is more than a year ago')
})

it('refuses a check that has not happened yet', async () => {
  const { problems } = await check('2025-11-23')
  expect(problems[0]).toContain('ask.md:18 checked 2025-11-24 is after today')
})
