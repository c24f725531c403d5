import * as z from 'zod/mini'
import type { KeptShape } from '~/offline/store/kept-shape'
import type { Store } from '~/offline/store/store'
import type { Sheet } from './sheet'

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

/** Keeps what the server answered when it was asked at `askedMs`, in place of deeds sent before that. */
export async function keepSheet(store: Store, kept: Kept, askedMs: number): Promise<void> {
  if (!(await store.keep(keptSheet, kept))) return
  await store.outbox.forgetSent(askedMs, ({ type }) => type === 'save_emergency_sheet')
}
