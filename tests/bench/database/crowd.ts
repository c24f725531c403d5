import type { Client } from 'pg'
import type { RequestContext } from '~/platform/context.server'
import type { Database } from '~/platform/database/database.server'
import { postgresOwner } from '~/platform/database/owner-session.server'
import { openWorld, signIn, type Browser, type World } from '../../integration/accounts-world'
import { forOneMonth } from './fill-medicines'
import { isAnonymous, phoneOf } from './fill-people'

export interface Viewer {
  /** Their number in `bench.people`. */
  n: number
  personId: string
  browser: Browser
  /** As a loader has it: a real session, whose rights every transaction takes on. */
  context: RequestContext
  /** Cards finished beyond those of `fillLearning`. */
  finished: number
}

/** People chosen at random and signed in, whom the use cases take in turn; all with the same history. */
export interface Crowd {
  world: World
  anyone(fits?: (viewer: Viewer) => boolean): Viewer
  /** The number of somebody who has not been here yet. */
  stranger(fits?: (n: number) => boolean): number
  signIn(n: number): Promise<Viewer>
  idOf(n: number): string
  /** A browser without a session. */
  browser(): Promise<Browser>
}

const clientAddress = '203.0.113.7'

export async function gatherCrowd(db: Database, owner: Client, count: number): Promise<Crowd> {
  const world = await openWorld(
    { engine: 'postgres', db, owner: postgresOwner(owner), close: () => db.close() },
    'in this process',
  )
  const { rows } = await owner.query<{ n: number; id: string }>(
    'select n, id from bench.people order by random()',
  )
  const ids = new Map(rows.map(({ n, id }) => [n, id]))
  const strangers = rows.map(({ n }) => n).filter((n) => n > forOneMonth.to && !isAnonymous(n))
  const stranger: Crowd['stranger'] = (fits = () => true) => {
    for (;;) {
      const n = strangers.pop()
      if (n === undefined) throw new Error('everybody has been here')
      if (fits(n)) return n
    }
  }
  const browser = async () => {
    const { limits } = world.parts
    await limits.reset('codePerAddress', clientAddress)
    await limits.reset('beginPerAddress', clientAddress)
    await limits.reset('codesPerDay', 'all')
    return world.browser()
  }
  const enter = async (n: number): Promise<Viewer> => {
    const opened = await browser()
    const { viewer } = await signIn(world, opened, phoneOf(n))
    const context = await opened.context()
    return { n, personId: viewer.personId, browser: opened, context, finished: 0 }
  }
  const viewers: Viewer[] = []
  for (let i = 0; i < count; i++) viewers.push(await enter(stranger()))
  let turn = 0
  return {
    world,
    anyone(fits = () => true) {
      for (let i = 0; i < viewers.length; i++) {
        const viewer = viewers[turn++ % viewers.length]
        if (viewer && fits(viewer)) return viewer
      }
      throw new Error('nobody in the crowd fits')
    },
    stranger,
    signIn: enter,
    idOf: (n) => ids.get(n) ?? '',
    browser,
  }
}
