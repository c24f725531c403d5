import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { isBuilt } from './source-stamp.mjs'
import { failedFiles, readRun, readTwoRuns, type Report, type Result } from './test-report'

/**
 * `npm test`: every gate in order, a line per stage with its time, and `N passed, N failed` at the end.
 * `npm run check` is the fast half: types, lint, format and content. A gate counts as one test.
 */

interface Stage {
  name: string
  run(): Promise<Result>
}
const results = '.test-results'
const none: Result = { passed: 0, failed: 0, skipped: 0, failures: [], unsure: [] }

function command(file: string, ...args: string[]): Promise<number> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [file, ...args], { stdio: 'inherit' })
    child.on('close', (code) => done(code ?? 1))
  })
}

/** The same for what runs beside others: what it says comes in one piece, when it ends. */
function quietly(file: string, ...args: string[]): Promise<number> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [file, ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const said: Buffer[] = []
    child.stdout.on('data', (piece: Buffer) => said.push(piece))
    child.stderr.on('data', (piece: Buffer) => said.push(piece))
    child.on('close', (code) => {
      process.stdout.write(Buffer.concat(said))
      done(code ?? 1)
    })
  })
}

const gate = (name: string, ...commands: [string, ...string[]][]): Stage => ({
  name,
  async run() {
    let failed = 0
    for (const [file, ...args] of commands) if ((await quietly(file, ...args)) !== 0) failed++
    return { ...none, passed: commands.length - failed, failed }
  },
})

async function runTests(project: string, name: string, ...further: string[]) {
  const file = `${results}/${name}.json`
  const code = await command(
    'node_modules/vitest/vitest.mjs',
    'run',
    `--project=${project}`,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
    ...further,
  )
  const report = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Report) : null
  return { report: report ?? { testResults: [] }, code }
}

const tests = (project: string): Stage => ({
  name: project,
  async run() {
    const { report, code } = await runTests(project, project)
    return readRun(report, code)
  },
})

/** More files than this fail for one reason, not for a moment that was missed. */
const mostFilesAgain = 5

/**
 * Of some 650 tests in real browsers on two full cores now and then one misses a moment that does not come again. Its file
 * begins anew, on a server and data of its own, since a test alone would meet what its first try left behind.
 */
const browserTests: Stage = {
  name: 'e2e',
  async run() {
    const { report, code } = await runTests('e2e', 'e2e')
    const files = failedFiles(report)
    if (files.length === 0 || files.length > mostFilesAgain) return readRun(report, code)
    process.stdout.write(`\n── again: ${files.join(', ')} ──\n`)
    const again = await runTests('e2e', 'e2e-again', '--maxWorkers=1', ...files)
    return readTwoRuns(report, again.report, again.code)
  },
}

const build: Stage = {
  name: 'build',
  async run() {
    if (isBuilt()) return { ...none, passed: 1 }
    const code = await quietly('tools/build.mjs')
    return code === 0 ? { ...none, passed: 1 } : { ...none, failed: 1 }
  },
}

async function timed({ name, run }: Stage) {
  const began = Date.now()
  const result = await run()
  return { name, result, seconds: (Date.now() - began) / 1000 }
}

const tsc = 'node_modules/typescript/bin/tsc'
const checks: Stage[] = [
  gate('types', [tsc, '-p', 'tsconfig.json'], [tsc, '-p', 'tsconfig.sw.json']),
  gate('lint', ['node_modules/eslint/bin/eslint.js', '.', '--max-warnings=0']),
  gate('format', ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.']),
  gate('content', ['node_modules/tsx/dist/cli.mjs', 'tools/content-check.ts']),
]
const wanted = process.argv[2] ?? 'all'
/** One after the other; those of one list beside each other, since each of the gates, and the build, keeps one core busy. */
const rounds: Stage[][] =
  wanted === 'check'
    ? [checks]
    : [checks, [tests('unit'), build], [tests('integration')], [browserTests]]

rmSync(results, { recursive: true, force: true })
mkdirSync(results, { recursive: true })
const lines: string[] = []
const total: Result = { ...none, failures: [], unsure: [] }
for (const round of rounds) {
  process.stdout.write(`\n── ${round.map(({ name }) => name).join(', ')} ──\n`)
  for (const { name, result, seconds } of await Promise.all(round.map(timed))) {
    lines.push(
      `${result.failed === 0 ? '✓' : '✗'} ${name.padEnd(12)} ${String(result.passed).padStart(5)} passed ${String(result.failed).padStart(4)} failed  ${seconds.toFixed(1).padStart(6)} s`,
    )
    total.failures.push(...result.failures)
    total.unsure.push(...result.unsure)
    total.passed += result.passed
    total.failed += result.failed
    total.skipped += result.skipped
  }
}
process.stdout.write(`\n${lines.join('\n')}\n\n`)
if (total.failures.length > 0) process.stdout.write(`${total.failures.join('\n')}\n\n`)
if (total.unsure.length > 0)
  process.stdout.write(`Passed in one run and failed in another:\n${total.unsure.join('\n')}\n\n`)
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : ''
process.stdout.write(`${total.passed} passed, ${total.failed} failed${skipped}\n`)
process.exit(total.failed === 0 ? 0 : 1)
