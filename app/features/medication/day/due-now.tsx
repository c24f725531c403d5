import { useState } from 'react'
import type { Said } from '../dose-card/say'
import { DoseCard } from '../dose-card/dose-card'
import { groupsOf, type DoseGroup } from '../dose-card/dose-groups'
import type { Facts } from '../schedule/facts'
import type { Moment } from '../schedule/moment'
import type { SentSaying } from '../dose-card/say-doses.server'

/** Yesterday's and today's groups. */
export const groupsNow = (facts: Facts, now: Moment): DoseGroup[] =>
  groupsOf(facts, now.day - 1, now.day + 1, now)

/** The group that asks first: the newest whose time it is, else the newest that still waits. */
export function firstOpen(groups: readonly DoseGroup[]): DoseGroup | undefined {
  const open = groups.filter((group) => group.open.length > 0)
  const due = open.filter((group) => group.open.some(({ state }) => state === 'due'))
  return due.at(-1) ?? open.at(-1)
}

/**
 * The group that stands first on a page. Once it is answered it keeps its place until another one's time
 * comes, so that a second tap of a trembling finger meets nothing.
 */
export function useFirstGroup(groups: readonly DoseGroup[]): DoseGroup | undefined {
  const open = firstOpen(groups)
  const [placed, setPlaced] = useState(open?.key)
  const kept = groups.find(({ key }) => key === placed)
  const isDue = open?.open.some(({ state }) => state === 'due') ?? false
  const isNewer = open !== undefined && open.key !== placed && (isDue || kept === undefined)
  if (isNewer) setPlaced(open.key)
  return isNewer ? open : kept
}

/** The newest of today's groups that was answered, for 고치기: nothing asks, so it need not stand first. */
export const lastAnswered = (groups: readonly DoseGroup[], now: Moment): DoseGroup | undefined =>
  groups
    .filter(({ day, doses }) => day === now.day && doses.every(({ record }) => record?.shown))
    .at(-1)

interface FirstDoseProps {
  group: DoseGroup
  facts: Facts
  now: Moment
  commandId: string
  sent: SentSaying | undefined
}

export const FirstDose = ({ group, sent, ...rest }: FirstDoseProps) => (
  <DoseCard key={group.key} group={group} {...rest} first {...sentFor(group, sent)} />
)

/** What a form without JavaScript came to belongs to the card it was sent from. */
export function sentFor({ doses }: DoseGroup, sent: SentSaying | undefined): { sent?: Said } {
  const isFrom = sent?.doses.some((dose) => doses.some(({ key }) => key === dose)) ?? false
  return sent && isFrom ? { sent: sent.said } : {}
}
