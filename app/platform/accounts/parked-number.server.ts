import { createHash } from 'node:crypto'

/** No country has it (ITU-T E.164, list of assigned codes: 999 is reserved), so no message can arrive. */
const unassigned = '+999'

/**
 * What stands in the place of a number that was taken from an account: Supabase Auth keeps a number it is
 * asked to empty. One for each account, 15 digits, so that taking it twice is the same as once.
 */
export function parkedNumber(personId: string): string {
  const digits = createHash('sha256').update(personId).digest().readUIntBE(0, 6) % 1e12
  return unassigned + String(digits).padStart(12, '0')
}

/** @param phone with or without the plus sign */
export const isParkedNumber = (phone: string) =>
  phone.replace(/^\+/, '').startsWith(unassigned.slice(1))
