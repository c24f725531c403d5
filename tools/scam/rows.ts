import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import * as z from 'zod/mini'
import type { CheckKind } from '../../app/features/scam-check/verdict/verdict'

const rowSchema = z.object({
  text: z.string(),
  kind: z.string(),
  family: z.string(),
  hand: z.string(),
})

/** One of our own rows. `family` is the template it was written from: rows of one never stand on both sides of a test. */
export interface TaughtRow extends z.infer<typeof rowSchema> {
  scam: boolean
}

const folders = {
  message: { scam: 'scam', genuine: 'genuine' },
  call: { scam: 'calls-scam', genuine: 'calls-ordinary' },
} as const

/** Every row for messages or for calls, in the order of files and lines; throws with file and line what does not fit. */
export function readRows(root: string, kind: CheckKind): TaughtRow[] {
  const { scam, genuine } = folders[kind]
  return [...readFolder(join(root, scam), true), ...readFolder(join(root, genuine), false)]
}

function readFolder(folder: string, scam: boolean): TaughtRow[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.jsonl'))
  return files.sort().flatMap((name) =>
    readFileSync(join(folder, name), 'utf8')
      .split('\n')
      .flatMap((line, i) => {
        if (line.trim() === '') return []
        const row = rowSchema.safeParse(JSON.parse(line))
        if (row.success) return [{ ...row.data, scam }]
        throw new Error(`${basename(folder)}/${name}:${i + 1} ${row.error.message}`)
      }),
  )
}

const foreignSchema = z.object({ text: z.string(), label: z.optional(z.nullable(z.number())) })

/** Rows of any other source: JSON lines or one JSON array; `label` 1 is a scam, 0 genuine, none unknown. */
export function readForeign(file: string): z.infer<typeof foreignSchema>[] {
  const content = readFileSync(file, 'utf8').trim()
  const rows = content.startsWith('[')
    ? (JSON.parse(content) as unknown[])
    : content
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line) => JSON.parse(line) as unknown)
  return rows.map((row) => foreignSchema.parse(row))
}
