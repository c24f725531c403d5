import type { Client } from 'pg'
import { openPostgres } from '~/platform/database/open-postgres.server'
import { createDatabase, startPostgres, type DatabaseUrls } from '../../support/postgres'
import { row, type Row } from '../row'
import { median, percentile } from '../statistics'
import { accountCases } from './account-cases'
import { compareHistories } from './compare-histories'
import { gatherCrowd, type Crowd } from './crowd'
import { connectAsSuperuser, fillDatabase } from './fill-database'
import { learningCases } from './learning-cases'
import { medicineCases } from './medicine-cases'
import type { UseCase } from './use-case'
import { watchPlans } from './watch-plans'

const people = 50_000
const peopleSignedIn = 300
const rounds = 5
/** A function settles on a generic plan after five calls. */
const callsWatched = 8

const useCases: UseCase[] = [...accountCases, ...learningCases, ...medicineCases]

/** Each use case as the app runs it, with the rights of role `app`, among the rows of fifty thousand people. */
export async function measureDatabase(): Promise<Row[]> {
  const postgres = await startPostgres()
  try {
    const urls = await createDatabase(postgres.address)
    const began = performance.now()
    const millions = (await fillDatabase(urls, people)) / 1e6
    const seconds = (performance.now() - began) / 1000
    const owner = await connectAsSuperuser(urls)
    const rows = [
      row('database', 'rows made', millions, 'M'),
      row('database', 'making them', seconds, 's'),
      ...(await measureTimes(urls, owner)),
      ...(await countWholeReads(urls, owner)),
    ]
    await owner.end()
    return rows
  } finally {
    await postgres.stop()
  }
}

async function measureTimes({ appUrl }: DatabaseUrls, owner: Client): Promise<Row[]> {
  const db = await openPostgres({ url: appUrl, projectDir: process.cwd() })
  try {
    const crowd = await gatherCrowd(db, owner, peopleSignedIn)
    const taken = new Map<UseCase, number[][]>(useCases.map((one) => [one, []]))
    for (const one of useCases) await callInTurn(crowd, one, Math.min(20, one.calls))
    for (let round = 0; round < rounds; round++)
      for (const [one, times] of taken) times.push(await callInTurn(crowd, one, one.calls))
    const rows = [...taken].flatMap(([{ name, goal }, times]) => [
      row('database', `${name}, p50`, median(times.flat()), 'ms'),
      // The middle of the rounds: whatever else this machine does meanwhile comes in bursts.
      row(
        'database',
        `${name}, p95`,
        median(times.map((one) => percentile(one, 0.95))),
        'ms',
        goal,
      ),
    ])
    return [...rows, ...(await compareHistories(crowd))]
  } finally {
    await db.close()
  }
}

async function callInTurn(crowd: Crowd, { name, ready }: UseCase, calls: number) {
  const times: number[] = []
  for (let i = 0; i < calls; i++) {
    const act = await ready(crowd)
    const began = performance.now()
    const done = await act()
    times.push(performance.now() - began)
    if (!done) throw new Error(`${name} did not do its work`)
  }
  return times
}

async function countWholeReads({ appUrl }: DatabaseUrls, owner: Client): Promise<Row[]> {
  const watched = await watchPlans(owner, appUrl)
  try {
    const crowd = await gatherCrowd(watched.db, owner, 30)
    const rows: Row[] = []
    for (const { name, ready } of useCases) {
      const found = new Set<string>()
      for (let i = 0; i < callsWatched; i++) {
        const act = await ready(crowd)
        watched.take()
        await act()
        const { statements, whole } = watched.take()
        if (statements === 0) throw new Error(`no plan of ${name} was seen`)
        for (const { table, statement } of whole) found.add(`${table}: ${statement}`)
      }
      for (const one of found) process.stderr.write(`${name} reads all of ${one}\n`)
      rows.push(row('database', `${name}, sequential scans`, found.size, '', 0))
    }
    return rows
  } finally {
    await watched.db.close()
  }
}
