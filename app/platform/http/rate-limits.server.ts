/** Every limit of the app in one list: so many points in so many seconds. */
export const rateLimits = {
  codePerPhone: { points: 5, seconds: 60 * 60 },
  codePerAddress: { points: 120, seconds: 60 * 60 },
  codeTryPerPhone: { points: 5, seconds: 10 * 60 },
  codesPerDay: { points: 500, seconds: 24 * 60 * 60 },
  writePerPerson: { points: 300, seconds: 60 },
  photoPerPerson: { points: 60, seconds: 60 * 60 },
  linkPerPerson: { points: 30, seconds: 10 * 60 },
  linkPerAddress: { points: 120, seconds: 10 * 60 },
  pushDevicePerPerson: { points: 60, seconds: 60 * 60 },
  testReminderPerPerson: { points: 5, seconds: 10 * 60 },
  receiptPerAddress: { points: 600, seconds: 60 },
  writePerAddress: { points: 1_500, seconds: 60 },
  familyInvitePerPerson: { points: 30, seconds: 60 * 60 },
  familyJoinPerPerson: { points: 20, seconds: 10 * 60 },
  familyJoinPerAddress: { points: 120, seconds: 10 * 60 },
  familyAskPerPerson: { points: 5, seconds: 24 * 60 * 60 },
  // A flood, and no evening of a carrier: thousands of its phones come from one address.
  familyAskPerAddress: { points: 1_500, seconds: 24 * 60 * 60 },
  familyWordPerPerson: { points: 20, seconds: 24 * 60 * 60 },
  mailCodePerPerson: { points: 5, seconds: 24 * 60 * 60 },
  mailCodePerMailbox: { points: 3, seconds: 24 * 60 * 60 },
  mailCodePerAddress: { points: 20, seconds: 24 * 60 * 60 },
  endPhonesPerPerson: { points: 5, seconds: 24 * 60 * 60 },
  beginPerAddress: { points: 120, seconds: 60 * 60 },
} as const

export type RateLimitName = keyof typeof rateLimits

export interface RateLimits {
  /** True when the deed may go on. Keys are hashed before they leave the process. */
  take(name: RateLimitName, key: string): Promise<boolean>
  /** Seconds until the next one, for a sentence to the person. */
  secondsLeft(name: RateLimitName, key: string): Promise<number>
  reset(name: RateLimitName, key: string): Promise<void>
  close(): Promise<void>
}
