import { sql } from 'kysely'
import { dateIn } from '~/platform/clock'
import type { Database } from '~/platform/database/database.server'
import { epochDay, type Instant } from '~/features/medication/schedule/care-date'
import type { Reach } from '~/features/medication/schedule/facts'
import { usualZone } from '~/features/medication/schedule/moment'
import type { Ladder, LadderCall, NewStep } from './ladder'

export interface ReadLadder {
  /** Null where none is chosen. */
  ladder: Ladder | null
  /** When the senior's phones were last heard of. */
  reach: Reach[]
  calls: (LadderCall & { seniorId: string })[]
}

interface LadderRow {
  person_id: string
  ladder:
    | (Omit<Ladder, 'chosenAt' | 'warned' | 'steps'> & {
        chosenAt: string
        warned: { about: string; step: number; sentAt: string }[]
        steps: (Omit<Ladder['steps'][number], 'openedAt'> & { openedAt: string })[]
        reach: { reachedAt: string; emptiedAt: string | null }[]
      })
    | null
  calls: (Omit<LadderCall, 'openedAt'> & { seniorId: string; openedAt: string })[] | null
}

type Rows = Pick<Database, 'root'>

/** By person; whoever has no ladder and stands on none is left out. */
export async function readLadders(
  { root }: Rows,
  people: readonly string[],
  at: Instant,
  mostADay: number,
): Promise<Map<string, ReadLadder>> {
  if (people.length === 0) return new Map()
  const today = epochDay(dateIn(usualZone, new Date(at)))
  const { rows } = await sql<LadderRow>`
    select * from gyeote.read_ladders(${[...people]}::uuid[], ${today - 2}::int,
      ${new Date(at)}::timestamptz, ${mostADay}::int)`.execute(root)
  return new Map(
    rows.map(({ person_id, ladder, calls }) => [
      person_id,
      {
        ladder: ladder && ladderOf(ladder),
        reach: (ladder?.reach ?? []).flatMap((one) => reachOf(person_id, one)),
        calls: (calls ?? []).map((call) => ({ ...call, openedAt: Date.parse(call.openedAt) })),
      },
    ]),
  )
}

function ladderOf(row: NonNullable<LadderRow['ladder']>): Ladder {
  const { afterMinutes, quietFrom, quietTo, courseIds, rungs, ended } = row
  return {
    ...{ afterMinutes, quietFrom, quietTo, courseIds, rungs, ended },
    chosenAt: Date.parse(row.chosenAt),
    warned: row.warned.map((one) => ({ ...one, sentAt: Date.parse(one.sentAt) })),
    steps: row.steps.map((one) => ({ ...one, openedAt: Date.parse(one.openedAt) })),
  }
}

function reachOf(
  by: string,
  { reachedAt, emptiedAt }: { reachedAt: string; emptiedAt: string | null },
) {
  const reach = (at: string, outboxEmpty: boolean): Reach => {
    const receivedAt = Date.parse(at)
    return { id: '', by, deviceId: '', at: receivedAt, receivedAt, outboxEmpty }
  }
  return [reach(reachedAt, false), ...(emptiedAt ? [reach(emptiedAt, true)] : [])]
}

/**
 * Writes down which relatives are told, once each, and has them looked at next. Nothing for seniors whom another
 * process has by now. @returns of how many
 */
export async function openSteps(
  { root }: Rows,
  { token }: { token: string },
  plans: readonly { personId: string; steps: readonly NewStep[] }[],
  at: Instant,
): Promise<number> {
  const steps = plans.flatMap(({ personId, steps: theirs }) =>
    theirs.map((step) => ({ ...step, person: personId })),
  )
  if (steps.length === 0) return 0
  const { rows } = await sql<{ told: number }>`
    select gyeote.open_ladder_steps(${token}::uuid, ${JSON.stringify(steps)}::jsonb,
      ${new Date(at)}::timestamptz) as told`.execute(root)
  return rows[0]?.told ?? 0
}
