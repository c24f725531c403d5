import * as z from 'zod/mini'
import type { KeptShape } from '~/offline/store/kept-shape'

/** Somebody of the senior's family, as the senior's own phone keeps them. */
export interface FamilyToShow {
  name: string
  /** As the senior called them: 딸, 아들. */
  relation: string
  /** Verified, E.164; null where there is none. */
  phone: string | null
  /** They may know of dangerous messages: they are told by themselves. */
  told: boolean
}

export const familyToShowSchema = z.array(
  z.object({
    name: z.string(),
    relation: z.string(),
    phone: z.nullable(z.string()),
    told: z.boolean(),
  }),
)

/** The first linked first; empty for who has no family. */
export const keptFamilyToShow: KeptShape<FamilyToShow[]> = {
  name: 'scam-alert-family',
  v: 1,
  schema: familyToShowSchema,
}

/** `김미영 님, 김철수 님` */
export const namesOf = (family: readonly FamilyToShow[]): string =>
  family.map(({ name }) => `${name} 님`).join(', ')
