import * as z from 'zod/mini'
import type { KeptShape } from '~/offline/store/kept-shape'
import { pushKinds, type PushKind } from '../push-kinds'

/** The last push that reached this phone, written down by the worker; what a person said of it, by the page. */
export interface Arrival {
  /** ms since 1970. */
  at: number
  kind: PushKind
}

const kept = z.object({ at: z.number(), kind: z.enum(pushKinds) })

/** Under `last`, whatever came; under `test`, the last test reminder; under `judged`, when its person said whether it came. */
export const keptArrival: KeptShape<Arrival> = { name: 'push-arrival', v: 1, schema: kept }
