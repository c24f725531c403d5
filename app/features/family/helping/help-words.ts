import { minutesPerDay, type Instant } from '~/features/medication/schedule/care-date'
import { usualZone } from '~/features/medication/schedule/moment'
import { wallIn } from '~/features/medication/schedule/wall-time'
import { dateInWords, dayInWords, timeInWords } from '~/features/medication/wording'

/** Of the words in this file, under which a senior lets somebody help: another version with every change. */
export const helpTextVersion = '2026-11-28.2'

/** Who was not linked side by side waits for so long, as the database counts it. */
const waitMs = 24 * 60 * 60_000

export const helpQuestion = '약을 어떻게 할까요?'
export const roles = ['view', 'help'] as const
export type Role = (typeof roles)[number]

export const roleLabels: Record<Role, string> = { view: '보기만', help: '도와주기' }

/** What each of the two lets a relative do; both in as many words as it takes, neither as the right one. */
export const roleWords = (from: string): Record<Role, string> => ({
  view: '고르신 것을 보기만 해요. 약을 바꾸지 못해요.',
  help: `약을 넣고, 고치고, 쉬거나 끝낼 수 있어요. ${from} 시작해요. 바뀐 것은 모두 보여 드리고, 되돌릴 수 있어요. 휴대폰을 잃으시면 대신 로그아웃해 드릴 수 있어요.`,
})

export const noRole =
  '약을 어떻게 할지 안 고르셨어요. 고르신 만큼만 할 수 있어요. 하나를 골라 주세요.'
export const needsToday =
  '도와주려면 오늘 약이 보여야 해요. 지금은 안 보여요. 오늘 약도 고르거나 ‘보기만’을 골라 주세요.'

export const roleOf = (form: FormData): Role | null =>
  roles.find((role) => role === form.get('role')) ?? null

/**
 * `바로`, or `내일 오전 9시 12분부터` for who was not linked side by side, this time or before.
 * @param helpsFrom of who helps already, who begins no later than they did
 */
export function wouldBegin(sideBySide: boolean, now: Instant, helpsFrom: Instant | null = null) {
  const from = sideBySide ? now : (helpsFrom ?? now + waitMs)
  return from <= now ? '바로' : `${instantInWords(from, now)}부터`
}

/** `11월 29일 (일) 오전 9시 12분부터`: whoever reads it may do so on another day. */
export function beginsInWords(at: Instant): string {
  const wall = wallIn(usualZone, at)
  return `${dateInWords(Math.floor(wall / minutesPerDay))} ${timeInWords(wall)}부터`
}

/** `내일 오전 9시 12분`, in Korea as on every page of the family. */
export function instantInWords(at: Instant, now: Instant): string {
  const wall = wallIn(usualZone, at)
  const today = Math.floor(wallIn(usualZone, now) / minutesPerDay)
  return `${dayInWords(Math.floor(wall / minutesPerDay), today)} ${timeInWords(wall)}`
}
