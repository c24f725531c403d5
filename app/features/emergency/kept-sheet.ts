import * as z from 'zod/mini'
import type { TakenDeed } from '~/commands/keep-accepted'
import type { Locks } from '~/offline/locks'
import type { KeptShape } from '~/offline/store/kept-shape'
import type { Store } from '~/offline/store/store'
import { changedSheet, emptySheet, type Sheet } from './sheet'

const text = z.string()

interface Kept {
  sheet: Sheet
  name: string | null
}

/** Lies on the phone, sealed like everything else, so that it opens where there is no network. */
export const keptSheet: KeptShape<Kept> = {
  name: 'emergency',
  v: 1,
  schema: z.object({
    sheet: z.object({
      allergies: text,
      illnesses: text,
      bloodType: text,
      guardianName: text,
      guardianPhone: text,
      doctor: text,
      doctorPhone: text,
      notes: text,
    }),
    name: z.nullable(text),
  }),
}

const lock = 'gyeote-emergency'

export function keepSheet(locks: Locks, store: Store, kept: Kept): Promise<void> {
  return locks.hold(lock, 'exclusive', async () => {
    await store.keep(keptSheet, kept)
  })
}

/** What the server has taken of the sheet is part of what the phone knows from the same moment on. */
export async function keepAcceptedSheet(
  locks: Locks,
  store: Store,
  deeds: TakenDeed[],
): Promise<void> {
  const changes = deeds.flatMap((deed) =>
    deed.type === 'save_emergency_sheet' ? [deed.payload] : [],
  )
  if (changes.length === 0) return
  await locks.hold(lock, 'exclusive', async () => {
    const { sheet = emptySheet, name = null } = (await store.read(keptSheet)) ?? {}
    await store.keep(keptSheet, { sheet: changes.reduce(changedSheet, sheet), name })
  })
}
