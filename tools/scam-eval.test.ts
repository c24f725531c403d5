import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { messages } from '../tests/e2e/support/messages'

const folder = mkdtempSync(join(tmpdir(), 'scam-eval-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Rows of these verdicts, with what they are said to be; `undefined` where nobody said it. */
const rows = [
  { text: messages.danger, label: 1 },
  { text: messages.caution, label: 1 },
  { text: messages.danger, label: 1 },
  { text: messages.nothing, label: 1 },
  { text: messages.nothing, label: 0 },
  { text: messages.caution, label: 0 },
  { text: messages.nothing, label: null },
  { text: messages.danger },
]

function evaluate(...more: string[]) {
  const { stdout, stderr, status } = spawnSync(
    'node_modules/.bin/tsx',
    ['tools/scam-eval.ts', ...more],
    { encoding: 'utf8' },
  )
  expect([stderr, status]).toEqual(['', 0])
  return stdout.split('\n').map((line) => line.replace(/ +/g, ' ').trim())
}

const joined = (between: string) => rows.map((row) => JSON.stringify(row)).join(between)

test.each([
  ['lines', () => joined('\n')],
  ['one array', () => `[${joined(',')}]`],
])(
  'rows of another source, as %s, are judged, counted by what they are, and written down',
  (name, write) => {
    const file = join(folder, `${name}.json`)
    const json = join(folder, `${name}-judged.json`)
    writeFileSync(file, write())
    expect(evaluate('--file', file, '--json', json)).toEqual([
      '',
      `── ${file} ──`,
      '',
      'all scam 4 rows 위험 or 주의 75.0 % 위험 50.0 % 주의 25.0 %',
      '',
      'all genuine 2 rows 위험 or 주의 50.0 % 위험 0.0 % 주의 50.0 %',
      '',
      'all not labelled 2 rows 위험 or 주의 50.0 % 위험 50.0 % 주의 0.0 %',
      '',
    ])
    const written = JSON.parse(readFileSync(json, 'utf8')) as { [name: string]: unknown }[]
    expect(written.map(({ text, label }) => ({ text, label }))).toEqual(
      rows.map(({ text, label = null }) => ({ text, label })),
    )
    expect(written.map(({ level }) => level)).toEqual([
      'danger',
      'caution',
      'danger',
      'nothing_found',
      'nothing_found',
      'caution',
      'nothing_found',
      'danger',
    ])
  },
)

test('rows of conversations are judged as calls', () => {
  const file = join(folder, 'calls.json')
  const json = join(folder, 'calls-judged.json')
  writeFileSync(file, JSON.stringify({ text: messages.call, label: 1 }))
  expect(evaluate('--file', file, '--calls', '--json', json)).toContain(
    'all scam 1 rows 위험 or 주의 100.0 % 위험 100.0 % 주의 0.0 %',
  )
  expect(JSON.parse(readFileSync(json, 'utf8'))).toMatchObject([{ kind: 'call', level: 'danger' }])
})
