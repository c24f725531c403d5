import { lazy, memo, type ReactNode } from 'react'
import { TextSizeChoice } from '~/features/look/text-size-choice'
import { chooseTodaysCard, isFinished, listDueReviews } from '~/features/cards/choose-card'
import { DueReview } from '~/features/cards/due-review'
import type { Learning } from '~/features/cards/learning'
import { TodaysCard } from '~/features/cards/todays-card'
import { KeepSheet } from '~/features/emergency/keep-sheet'
import { InstallHint } from '~/features/install/install-hint'
import { Card } from '~/ui/card'
import { EmptyState } from '~/ui/empty-state'
import { Icon } from '~/ui/icon'
import { LinkButton } from '~/ui/link-button'
import { Part } from '~/ui/part'
import type { TodayPage } from './load-kept-today'

const family = () => import('~/features/family/family-today')
const FamilyNews = lazy(async () => ({ default: (await family()).FamilyNews }))
const LadderNotices = lazy(async () => ({ default: (await family()).LadderNotices }))

interface RestOfDayProps {
  page: TodayPage
  learning: Learning
  /** What there is of medicines, each in its place between the rest. */
  medicines?: MedicinesOfDay
}

export interface MedicinesOfDay {
  /** A dose asks above: the card comes second. */
  asks: boolean
  answered: ReactNode
  notices: ReactNode
  supplies: ReactNode
}

/**
 * 오늘 below what asks first. Drawn again only for what is about it, so that an answered dose does not wait for it.
 */
export const RestOfDay = memo(function RestOfDay({ page, learning, medicines }: RestOfDayProps) {
  const { catalogue, today, commandId } = page
  const chosen = chooseTodaysCard(catalogue, learning, today)
  const review = listDueReviews(catalogue, learning, today)[0]
  return (
    <>
      {page.family && page.family.ladder.length > 0 ? (
        <Part>
          <LadderNotices news={page.family.ladder} commandId={commandId} />
        </Part>
      ) : null}
      {chosen ? (
        <TodaysCard
          chosen={chosen}
          finished={isFinished(chosen, learning, today)}
          second={medicines?.asks ?? false}
        />
      ) : (
        <EmptyState title="카드가 아직 없어요">곧 새 카드가 올라와요.</EmptyState>
      )}
      {medicines?.answered}
      <nav aria-label="물어보기" className="tiles">
        <LinkButton to="/scam-check" variant="outlined">
          이거 사기예요?
        </LinkButton>
        <LinkButton to="/help" variant="outlined">
          물어볼 곳
        </LinkButton>
      </nav>
      {medicines?.notices}
      {page.family ? (
        <Part>
          <FamilyNews news={page.family} commandId={commandId} />
        </Part>
      ) : null}
      {medicines?.supplies}
      {review ? <DueReview card={review} /> : null}
      {learning.daysTogether > 0 ? (
        <p className="flex items-center gap-2 text-body font-bold">
          <Icon name="sun" />
          함께한 날 {learning.daysTogether}일
        </p>
      ) : null}
      <Card>
        <TextSizeChoice back="/" />
      </Card>
      <InstallHint />
      <KeepSheet personId={page.personId} />
    </>
  )
})
