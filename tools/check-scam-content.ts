import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type * as z from 'zod/mini'
import type { ContentProblem } from '../app/features/cards/content/content-problem'
import { afterSchema } from '../app/features/scam-check/after/after-schema'
import { nowSchema } from '../app/features/scam-check/now/now-schema'
import { lintCopy, type CopyKind } from './copy-lint'

const monthsGood = 6

/** A text, or a date, where it is looked for to name its line. */
interface Words {
  kind: CopyKind
  text: string
}

interface Found {
  problems: ContentProblem[]
  /** Facts that nobody has looked at for six months. */
  old: ContentProblem[]
}

/** What is wrong with the facts and words of `content/scam/`. Files that are not there are not looked for. */
export async function checkScamContent(
  folder: string,
  today: string,
  allowedWords: readonly string[],
): Promise<Found> {
  const after = await readJson(join(folder, 'after.json'), afterSchema)
  const now = await readJson(join(folder, 'now.json'), nowSchema)
  const lists = await readJson(join(folder, 'lists.json'))
  const words: [Source<unknown> | null, Words[]][] = [
    [after, (after?.data?.paths ?? []).flatMap(wordsOfPath)],
    [now, (now?.data?.tricks ?? []).flatMap(wordsOfTrick)],
  ]
  const sources = [after, now, lists].filter((one) => one !== null)
  const dates = sources.flatMap((source) => datesIn(source, today))
  return {
    problems: [
      ...sources.flatMap(({ problems }) => problems),
      ...words.flatMap(([source, texts]) => (source ? lint(source, texts, allowedWords) : [])),
      ...(now ? looseMarks(now) : []),
      ...dates.filter(({ isFuture }) => isFuture).map(({ problem }) => problem),
    ],
    old: dates.filter(({ isFuture }) => !isFuture).map(({ problem }) => problem),
  }
}

type Path = z.infer<typeof afterSchema>['paths'][number]
type Trick = z.infer<typeof nowSchema>['tricks'][number]

const wordsOfPath = ({ title, first, steps }: Path): Words[] => [
  { kind: 'button', text: title },
  { kind: 'label', text: first.title },
  { kind: 'sentence', text: first.text },
  ...steps.flatMap(({ text, detail, say }): Words[] =>
    [text, detail, say].flatMap((one) => (one ? [{ kind: 'sentence', text: one }] : [])),
  ),
]

const wordsOfTrick = ({ title, lead, marks, instead }: Trick): Words[] => [
  { kind: 'title', text: title },
  ...[lead, instead, ...marks.map(({ why }) => why)].map((text): Words => ({
    kind: 'sentence',
    text,
  })),
]

const looseMarks = ({ data, at }: Source<{ tricks: Trick[] }>): ContentProblem[] =>
  (data?.tricks ?? []).flatMap(({ example, marks }) =>
    marks
      .filter(({ words }) => !example.includes(words))
      .map(({ words }) => at(words, 'is marked and does not stand in the example')),
  )

interface Source<T> {
  data: T | null
  lines: string[]
  problems: ContentProblem[]
  at(words: string, message: string): ContentProblem
}

async function readJson<T>(file: string, schema?: z.ZodMiniType<T>): Promise<Source<T> | null> {
  const text = await readFile(file, 'utf8').catch(() => null)
  if (text === null) return null
  const lines = text.split('\n')
  const lineOf = (words: string) => lines.findIndex((line) => line.includes(words)) + 1
  const read = schema?.safeParse(JSON.parse(text))
  const wrong = read?.error?.issues ?? []
  return {
    data: read?.data ?? null,
    lines,
    problems: wrong.map((issue) => ({
      file,
      line: 1,
      message: `${issue.path.join('.')}: ${issue.message}`,
    })),
    at: (words, message) => ({
      file,
      line: Math.max(1, lineOf(words)),
      message: `"${words}" ${message}`,
    }),
  }
}

function lint(source: Source<unknown>, texts: Words[], allowed: readonly string[]) {
  return texts.flatMap(({ kind, text }) =>
    lintCopy(text, kind, allowed).map((message) => source.at(text, `: ${message}`)),
  )
}

/** Every `checkedOn` of a file that is too old, or not yet. */
function datesIn({ lines, at }: Source<unknown>, today: string) {
  const oldest = monthsBefore(today, monthsGood)
  return lines.flatMap((line, index) => {
    const day = /"checkedOn": "(\d{4}-\d{2}-\d{2})"/.exec(line)?.[1]
    if (!day || (day >= oldest && day <= today)) return []
    const isFuture = day > today
    const message = isFuture
      ? `is after today (${today}); write the day on which it was checked`
      : `is more than ${monthsGood} months ago; see whether it still holds and set the date`
    return [{ isFuture, problem: { ...at(day, message), line: index + 1 } }]
  })
}

function monthsBefore(day: string, months: number): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCMonth(date.getUTCMonth() - months)
  return date.toISOString().slice(0, 10)
}
