import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { failedFiles, readRun, readTwoRuns, type Report } from './test-report'

function report(files: Record<string, Record<string, 'passed' | 'failed' | 'skipped'> | 'hook'>) {
  const testResults = Object.entries(files).map(([file, tests]) => ({
    name: join(process.cwd(), file),
    status: tests === 'hook' || Object.values(tests).includes('failed') ? 'failed' : 'passed',
    assertionResults:
      tests === 'hook'
        ? []
        : Object.entries(tests).map(([fullName, status]) => ({ fullName, status })),
  }))
  return { testResults } satisfies Report
}

describe('a run', () => {
  test('is counted and says what failed', () => {
    const once = report({ a: { one: 'passed', two: 'failed', three: 'skipped' } })
    expect(readRun(once, 1)).toEqual({
      passed: 1,
      failed: 1,
      skipped: 1,
      failures: ['a > two'],
      unsure: [],
    })
    expect(failedFiles(once)).toEqual(['a'])
  })

  test('that ended badly, found nothing or failed in a hook has failed', () => {
    expect(readRun(report({ a: { one: 'passed' } }), 1).failed).toBe(1)
    expect(readRun(report({}), 0).failed).toBe(1)
    const hook = readRun(report({ a: { one: 'passed' }, b: 'hook' }), 1)
    expect([hook.failed, hook.failures]).toEqual([1, ['b (as a whole)']])
  })
})

describe('two runs', () => {
  const first = report({ a: { one: 'passed', two: 'failed' }, b: { one: 'passed' } })

  test('pass together what passed in either, and name it', () => {
    const again = readTwoRuns(first, report({ a: { one: 'failed', two: 'passed' } }), 1)
    expect([again.passed, again.failed]).toEqual([3, 0])
    expect(again.unsure).toEqual(['a > one', 'a > two'])
  })

  test('fail what failed in both', () => {
    const again = readTwoRuns(first, report({ a: { one: 'passed', two: 'failed' } }), 1)
    expect([again.passed, again.failed, again.failures]).toEqual([2, 1, ['a > two']])
    expect(again.unsure).toEqual([])
  })

  test('give a file back whose hook failed once, and keep what fails outside every test', () => {
    const hook = report({ a: { one: 'passed' }, b: 'hook' })
    const again = readTwoRuns(hook, report({ b: { one: 'passed' } }), 0)
    expect([again.passed, again.failed, again.unsure]).toEqual([2, 0, ['b (as a whole)']])
    expect(readTwoRuns(hook, report({ b: 'hook' }), 1).failures).toEqual(['b (as a whole)'])
    expect(readTwoRuns(first, report({ a: { one: 'passed', two: 'passed' } }), 1).failed).toBe(1)
  })
})
