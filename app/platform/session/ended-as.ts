/** Why a phone was ended from another: by its owner for one of three reasons, or by a relative who helps. */
export const endedAs = ['new_phone', 'lost', 'unknown', 'family'] as const
export type EndedAs = (typeof endedAs)[number]
