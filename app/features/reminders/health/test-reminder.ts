/** The test reminder of the page, from the tap until the person says whether it came. */
export type TestReminder =
  | { kind: 'none' }
  | { kind: 'asking' }
  /** Not asked for: what to do about it stands in `why`. */
  | { kind: 'failed'; why: 'no_network' | 'too_many' | 'not_known' }
  /** Both in ms since 1970 by this phone's clock. */
  | { kind: 'coming'; askedAt: number; dueAt: number }
  /** The person saw it. */
  | { kind: 'came' }
  /** The person did not see it; `reached` when the phone says that it arrived all the same. */
  | { kind: 'missed'; reached: boolean }

/** So long after it was asked for, as the server has it. */
const waitMs = 2 * 60_000

/**
 * Asks the server for a test reminder in two minutes.
 * @param askedAt the present by this phone's clock, which may be minutes away from the server's
 */
export async function requestTest(ask: typeof fetch, askedAt: number): Promise<TestReminder> {
  try {
    const answer = await ask('/reminders/test', {
      method: 'POST',
      headers: { Accept: 'application/json' },
      redirect: 'error',
      cache: 'no-store',
    })
    if (answer.status === 429) return { kind: 'failed', why: 'too_many' }
    if (answer.status === 401 || answer.status === 409) return { kind: 'failed', why: 'not_known' }
    const { dueAt } = (await answer.json()) as { dueAt?: unknown }
    return answer.ok && typeof dueAt === 'string'
      ? { kind: 'coming', askedAt, dueAt: askedAt + waitMs }
      : { kind: 'failed', why: 'no_network' }
  } catch {
    return { kind: 'failed', why: 'no_network' }
  }
}

/** For so long after its time a page that is opened asks whether it came. */
const askedForMs = 15 * 60_000

/**
 * One that was asked for before the page was opened, as from the notification itself.
 * @param judgedAt when somebody last said of one whether it came, ms since 1970
 */
export function resumeTest(
  known: { dueAt: string } | null,
  nowMs: number,
  judgedAt: number | null,
): TestReminder {
  const dueAt = known ? Date.parse(known.dueAt) : NaN
  const askedAt = dueAt - waitMs
  const isJudged = judgedAt !== null && judgedAt >= askedAt
  return nowMs - dueAt < askedForMs && !isJudged
    ? { kind: 'coming', askedAt, dueAt }
    : { kind: 'none' }
}

/** Whether the last test push that the phone knows of is the one that was asked for then. */
export const hasArrived = (askedAt: number, lastTestAt: number | null): boolean =>
  lastTestAt !== null && lastTestAt >= askedAt

/** `1분 50초 뒤에 와요.` in steps of ten seconds: nothing that hurries anybody. */
export function countdownInWords(leftMs: number): string {
  const seconds = Math.max(0, Math.ceil(leftMs / 10_000) * 10)
  const minutes = Math.floor(seconds / 60)
  const rest = seconds % 60
  if (seconds === 0) return '이제 올 때예요.'
  const parts = [minutes > 0 ? `${minutes}분` : '', rest > 0 ? `${rest}초` : '']
  return `${parts.filter(Boolean).join(' ')} 뒤에 와요.`
}
