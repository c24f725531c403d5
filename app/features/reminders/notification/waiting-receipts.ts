import * as z from 'zod/mini'
import type { KeptShape } from '~/offline/store/kept-shape'

/** A push that reached this phone and of which the server has not heard. */
export interface WaitingReceipt {
  receipt: string
  /** When it arrived, in ms since 1970 as the phone knows the time. */
  at: number
}

const most = 20
const longestMs = 7 * 24 * 60 * 60_000

const kept = z.array(z.object({ receipt: z.string(), at: z.number() }))

/** The oldest first. A copy like others: whoever signs out is not asked about it, and it goes with them. */
export const waitingReceipts: KeptShape<WaitingReceipt[]> = {
  name: 'push-receipts',
  v: 1,
  schema: kept,
}

/** What is worth telling the server at `now`: one of each, none older than a week, the newest twenty. */
export function worthTelling(receipts: readonly WaitingReceipt[], now: number): WaitingReceipt[] {
  const first = new Map<string, WaitingReceipt>()
  for (const one of receipts)
    if (now - one.at <= longestMs && !first.has(one.receipt)) first.set(one.receipt, one)
  return [...first.values()].slice(-most)
}
