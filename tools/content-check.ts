import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { tracks, type Card } from '../app/features/cards/card'
import type { ContentProblem } from '../app/features/cards/content/content-problem'
import { readCatalogue, type Catalogue } from '../app/features/cards/content/read-catalogue.server'
import { checkScamContent } from './check-scam-content'
import { lintCopy } from './copy-lint'

const leastCards = 40

export interface ContentReport {
  problems: ContentProblem[]
  warnings: ContentProblem[]
  /** One line per track. */
  summary: string[]
}

/**
 * `today` is `YYYY-MM-DD`; for a release a card checked more than a year ago, or a fact about scams more than six
 * months ago, is a problem, not a warning.
 */
export async function checkContent(
  contentDir: string,
  options: { today: string; release: boolean },
): Promise<ContentReport> {
  const catalogue = await readCatalogue(contentDir)
  const allowedWords = await readAllowedWords(join(contentDir, 'allowed-words.txt'))
  const dates = checkDates(catalogue, options.today)
  const scam = await checkScamContent(join(contentDir, 'scam'), options.today, allowedWords)
  const problems = [
    ...catalogue.problems,
    ...lintCatalogue(catalogue, allowedWords),
    ...dates.future,
    ...scam.problems,
    ...(options.release ? [...dates.old, ...scam.old] : []),
  ]
  problems.sort((a, b) => a.file.localeCompare(b.file, 'en') || a.line - b.line)
  return {
    problems: [...problems, ...checkAmounts(catalogue.cards, contentDir)],
    warnings: [
      ...(options.release ? [] : [...dates.old, ...scam.old]),
      ...checkRightAnswers(catalogue, contentDir),
    ],
    summary: tracks.map(({ id }) => {
      const cards = catalogue.cards.filter((card) => card.track === id)
      return `${id}: ${cards.length} cards, ${cards.filter(hasDrawing).length} with a drawing`
    }),
  }
}

/** One word a line; empty lines and lines that start with `#` do not count. A missing file allows nothing. */
export async function readAllowedWords(file: string): Promise<string[]> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return ''
    throw error
  })
  const lines = text.split('\n').map((line) => line.trim())
  return lines.filter((line) => line && !line.startsWith('#'))
}

function lintCatalogue(catalogue: Catalogue, allowedWords: string[]): ContentProblem[] {
  return catalogue.texts.flatMap(({ file, line, kind, text }) =>
    lintCopy(text, kind, allowedWords).map((message) => ({ file, line, message })),
  )
}

function checkDates({ files }: Catalogue, today: string) {
  const yearAgo = `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`
  const place = (message: string) => (one: Catalogue['files'][number]) => ({
    file: one.file,
    line: one.lines.checked,
    message: `checked ${one.card.checked} ${message}`,
  })
  return {
    old: files
      .filter(({ card }) => card.checked < yearAgo)
      .map(place('is more than a year ago; see whether the card is still true and set the date')),
    future: files
      .filter(({ card }) => card.checked > today)
      .map(place(`is after today (${today}); write the day on which it was checked`)),
  }
}

function checkAmounts(cards: Card[], contentDir: string): ContentProblem[] {
  const found: ContentProblem[] = []
  const drawn = cards.filter(hasDrawing).length
  if (cards.length < leastCards) {
    const message = `${cards.length} cards can be used; write at least ${leastCards}`
    found.push({ file: join(contentDir, 'cards'), line: 1, message })
  }
  if (drawn * 2 < cards.length) {
    const message = `${drawn} of ${cards.length} cards have a drawing; every second card needs one`
    found.push({ file: join(contentDir, 'drawings'), line: 1, message })
  }
  return found
}

/** Whoever notices that the first answer is right, or the longest, no longer reads the question. */
function checkRightAnswers({ cards }: Catalogue, contentDir: string): ContentProblem[] {
  return tracks.flatMap(({ id }) => {
    const quizzes = cards.filter((card) => card.track === id).map((card) => card.quiz.answers)
    const first = quizzes.filter((answers) => answers[0]?.correct).length
    const longest = quizzes.filter((answers) => {
      const byLength = [...answers].sort((a, b) => b.text.length - a.text.length)
      return byLength[0]?.correct && byLength[0].text.length > (byLength[1]?.text.length ?? 0)
    }).length
    const warn = (count: number, what: string): ContentProblem[] => {
      if (quizzes.length < 5 || count * 2 <= quizzes.length) return []
      const message = `the right answer is the ${what} in ${count} of ${quizzes.length} cards; vary it`
      return [{ file: join(contentDir, 'cards', id), line: 1, message }]
    }
    return [...warn(first, 'first'), ...warn(longest, 'longest')]
  })
}

function hasDrawing(card: Card): boolean {
  return card.steps.some((step) => step.drawing)
}

async function run(): Promise<void> {
  const release = process.argv.includes('--release')
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Seoul' }).format(new Date())
  const report = await checkContent('content', { today, release })
  const show = ({ file, line, message }: ContentProblem) => `${file}:${line} ${message}`
  for (const problem of report.problems) console.error(show(problem))
  for (const warning of report.warnings) console.warn(`warning: ${show(warning)}`)
  for (const line of report.summary) console.log(line)
  const many = report.problems.length
  console.log(many === 0 ? 'The content is right.' : `Problems to correct: ${many}`)
  if (many > 0) process.exitCode = 1
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await run()
