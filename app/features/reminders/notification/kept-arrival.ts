import * as z from 'zod/mini'
import type { KeptShape } from '~/offline/store/kept-shape'
import { pushKinds, type PushKind } from '../push-kinds'

/** The last push that reached this phone, written down by the worker. */
export interface Arrival {
  /** ms since 1970. */
  at: number
  kind: PushKind
}

const kept = z.object({ at: z.number(), kind: z.enum(pushKinds) })

/** Under `last`, whatever came; under `test`, the last test reminder. */
export const keptArrival: KeptShape<Arrival> = { name: 'push-arrival', v: 1, schema: kept }
