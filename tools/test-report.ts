import { relative } from 'node:path'

/** What is read of Vitest's JSON report. */
export interface Report {
  testResults: {
    name: string
    status: string
    assertionResults: { status: string; fullName: string }[]
  }[]
}

export interface Result {
  passed: number
  failed: number
  skipped: number
  /** File and name of each test that failed. */
  failures: string[]
  /** Those that failed in one run of their file and passed in another. */
  unsure: string[]
}

const pathOf = (file: Report['testResults'][number]) => relative(process.cwd(), file.name)

/** The files that a second run is for, as paths from the project's folder. */
export const failedFiles = (report: Report): string[] =>
  report.testResults.filter(({ status }) => status === 'failed').map(pathOf)

/** What was said of each test, and of a file whose hook failed: that fails the file and none of its tests. */
function readOutcomes(report: Report): Map<string, string> {
  const outcomes = new Map<string, string>()
  for (const file of report.testResults) {
    const tests = file.assertionResults
    if (file.status === 'failed' && !tests.some(({ status }) => status === 'failed'))
      outcomes.set(`${pathOf(file)} (as a whole)`, 'failed')
    for (const { fullName, status } of tests) {
      const name = `${pathOf(file)} > ${fullName}`
      outcomes.set(outcomes.has(name) ? `${name} (${outcomes.size})` : name, status)
    }
  }
  return outcomes
}

function count(outcomes: Map<string, string>, code: number, unsure: string[]): Result {
  const named = (wanted: string) =>
    [...outcomes].filter(([, status]) => status === wanted).map(([name]) => name)
  const failures = named('failed')
  const passed = named('passed').length
  // Something outside every test may have failed, and a run that found no test is no run.
  const atLeast = code === 0 && passed > 0 ? 0 : 1
  return {
    passed,
    failed: Math.max(failures.length, atLeast),
    skipped: outcomes.size - passed - failures.length,
    failures,
    unsure,
  }
}

/** @param code what the run ended with: a file that could not even be loaded has no tests of its own. */
export const readRun = (report: Report, code: number): Result =>
  count(readOutcomes(report), code, [])

/** Both runs together: what passed in one of them has passed, and is named as unsure when it failed in the other. */
export function readTwoRuns(first: Report, second: Report, code: number): Result {
  const outcomes = readOutcomes(first)
  const again = readOutcomes(second)
  const unsure: string[] = []
  for (const file of failedFiles(first)) {
    const whole = `${file} (as a whole)`
    if (outcomes.get(whole) !== 'failed' || again.has(whole)) continue
    outcomes.delete(whole)
    unsure.push(whole)
  }
  for (const [name, status] of again) {
    const before = outcomes.get(name)
    const isTorn = [status, before].includes('failed') && [status, before].includes('passed')
    if (isTorn) unsure.push(name)
    outcomes.set(name, isTorn ? 'passed' : status)
  }
  const failed = [...outcomes.values()].includes('failed')
  return count(
    outcomes,
    failed || unsure.some((name) => again.get(name) === 'failed') ? 0 : code,
    unsure,
  )
}
