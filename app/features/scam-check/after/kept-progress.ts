import * as z from 'zod/mini'
import type { KeptShape } from '~/offline/store/kept-shape'

/** Which steps were done, by path: on the phone alone, nobody else has any use for it. */
export const keptProgress: KeptShape<string[]> = {
  name: 'scam-after',
  v: 1,
  schema: z.array(z.string()),
}
