import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { relative } from 'node:path'
import { isBuilt } from './source-stamp.mjs'

/**
 * `npm test`: every gate in order, a line per stage with its time, and `N passed, N failed` at the end.
 * `npm run check` is the fast half: types, lint, format and content. A gate counts as one test.
 */

interface Stage {
  name: string
  run(): Promise<Result>
}
interface Result {
  passed: number
  failed: number
  skipped: number
  /** File and name of each test that failed. */
  failures?: string[]
  /** Those that failed and then passed when they were tried again. */
  unsure?: string[]
}
interface Report {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTotalTests: number
  testResults: {
    name: string
    status: string
    assertionResults: { status: string; fullName: string; failureMessages: string[] }[]
  }[]
}

const results = '.test-results'

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
    return { passed: commands.length - failed, failed, skipped: 0 }
  },
})

const tests = (project: string, ...further: string[]): Stage => ({
  name: project,
  async run() {
    const report = `${results}/${project}.json`
    const code = await command(
      'node_modules/vitest/vitest.mjs',
      'run',
      `--project=${project}`,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      ...further,
    )
    if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0 }
    const counted = JSON.parse(readFileSync(report, 'utf8')) as Report
    // A file that could not even be loaded has no tests of its own, so the exit code decides too.
    const failed = Math.max(counted.numFailedTests, code === 0 ? 0 : 1)
    const nothingRan = counted.numTotalTests === 0 ? 1 : 0
    return {
      passed: counted.numPassedTests,
      failed: failed + nothingRan,
      skipped: counted.numPendingTests,
      failures: counted.testResults.flatMap(failuresOf),
      unsure: counted.testResults.flatMap(unsureOf),
    }
  },
})

function failuresOf({ name, status, assertionResults }: Report['testResults'][number]): string[] {
  const file = relative(process.cwd(), name)
  const failed = assertionResults.filter((test) => test.status === 'failed')
  // A hook that failed fails the file and none of its tests.
  if (failed.length === 0) return status === 'failed' ? [`${file} (as a whole)`] : []
  return failed.map(({ fullName }) => `${file} > ${fullName}`)
}

const unsureOf = ({ name, assertionResults }: Report['testResults'][number]): string[] =>
  assertionResults
    .filter(({ status, failureMessages }) => status === 'passed' && failureMessages.length > 0)
    .map(({ fullName }) => `${relative(process.cwd(), name)} > ${fullName}`)

const build: Stage = {
  name: 'build',
  async run() {
    if (isBuilt()) return { passed: 1, failed: 0, skipped: 0 }
    const code = await quietly('tools/build.mjs')
    return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 }
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
    : [checks, [tests('unit'), build], [tests('integration')], [tests('e2e')]]

rmSync(results, { recursive: true, force: true })
mkdirSync(results, { recursive: true })
const lines: string[] = []
const failures: string[] = []
const unsure: string[] = []
const total: Result = { passed: 0, failed: 0, skipped: 0 }
for (const round of rounds) {
  process.stdout.write(`\n── ${round.map(({ name }) => name).join(', ')} ──\n`)
  for (const { name, result, seconds } of await Promise.all(round.map(timed))) {
    lines.push(
      `${result.failed === 0 ? '✓' : '✗'} ${name.padEnd(12)} ${String(result.passed).padStart(5)} passed ${String(result.failed).padStart(4)} failed  ${seconds.toFixed(1).padStart(6)} s`,
    )
    failures.push(...(result.failures ?? []))
    unsure.push(...(result.unsure ?? []))
    total.passed += result.passed
    total.failed += result.failed
    total.skipped += result.skipped
  }
}
process.stdout.write(`\n${lines.join('\n')}\n\n`)
if (failures.length > 0) process.stdout.write(`${failures.join('\n')}\n\n`)
if (unsure.length > 0)
  process.stdout.write(`Passed only when tried again:\n${unsure.join('\n')}\n\n`)
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : ''
process.stdout.write(`${total.passed} passed, ${total.failed} failed${skipped}\n`)
process.exit(total.failed === 0 ? 0 : 1)
