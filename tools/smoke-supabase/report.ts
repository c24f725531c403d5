export interface Report {
  /**
   * Runs one check and prints its line.
   * @param remedy what to do when it fails: a sentence for whoever set the project up.
   * @returns false when it failed.
   */
  check(what: string, remedy: string, work: () => Promise<void>): Promise<boolean>
  /** A check that cannot be made because of an earlier one. */
  leaveOut(what: string, because: string): void
  counts(): Counts
}

export interface Counts {
  passed: number
  failed: number
  leftOut: number
}

/** A check found something wrong; `message` is a plain sentence about what. */
export class Wrong extends Error {
  override name = 'Wrong'
}

export function createReport(print: (line: string) => void): Report {
  const counts: Counts = { passed: 0, failed: 0, leftOut: 0 }
  return {
    async check(what, remedy, work) {
      try {
        await work()
      } catch (error) {
        counts.failed++
        print(`✗ ${what}: ${reasonOf(error)} → ${remedy}`)
        return false
      }
      counts.passed++
      print(`✓ ${what}`)
      return true
    },
    leaveOut(what, because) {
      counts.leftOut++
      print(`– ${what}: not looked at, because ${because}`)
    },
    counts: () => ({ ...counts }),
  }
}

/** One line; a connection that failed has its reason in a `code`, or in what caused it. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const { code, message } = (error.cause ?? error) as NodeJS.ErrnoException
  const text = error.cause || !message ? (code ?? message ?? error.name) : message
  return text.replace(/\s+/g, ' ').trim()
}
