import { useActionData } from '@remix-run/react'
import { lazy, useDeferredValue, useMemo } from 'react'
import { useLearning } from '~/features/cards/use-learning'
import { DayOfMedicines } from '~/features/medication/day/day-of-medicines'
import { suppliesAfter } from '~/features/medication/day/day-page'
import type { SentSaying } from '~/features/medication/dose-card/say-doses.server'
import {
  FirstDose,
  groupsNow,
  lastAnswered,
  useFirstGroup,
} from '~/features/medication/day/due-now'
import { useFacts } from '~/features/medication/facts/use-medication'
import { Part } from '~/ui/part'
import { DayHead } from './day-head'
import type { TodayPage } from './load-kept-today'
import { RestOfDay, type MedicinesOfDay } from './rest-of-day'

const notices = () => import('~/features/medication/day/notices-today')
const TravelQuestion = lazy(async () => ({ default: (await notices()).TravelQuestion }))
const ChangesByOthers = lazy(async () => ({ default: (await notices()).ChangesByOthers }))
const RunOutNotice = lazy(async () => ({ default: (await notices()).RunOutNotice }))

/** 오늘 of somebody who takes medicines: what is due stands first, and is drawn first when it is answered. */
export default function DayWithMedicines({ page }: { page: TodayPage }) {
  const { medication, commandId } = page
  const learning = useLearning(page)
  const { facts, consent, now } = useFacts(medication)
  const groups = useMemo(() => groupsNow(facts, now), [facts, now])
  const first = useFirstGroup(groups)
  const sent = useActionData<SentSaying>()
  // All that is not the card under the finger waits for it.
  const rest = useDeferredValue(
    useMemo(
      () => ({ page, learning, facts, consent, now, groups, first, sent }),
      [page, learning, facts, consent, now, groups, first, sent],
    ),
  )
  const medicines = useMemo(() => medicinesOf(rest), [rest])
  return (
    <div className="grid gap-3">
      <DayHead hour={page.hour} name={learning.name} due={first !== undefined} />
      {first ? <FirstDose group={first} {...{ facts, now, commandId, sent }} /> : null}
      <RestOfDay page={rest.page} learning={rest.learning} medicines={medicines} />
    </div>
  )
}

type Rest = ReturnType<typeof useFacts> & {
  page: TodayPage
  groups: ReturnType<typeof groupsNow>
  first: ReturnType<typeof useFirstGroup>
  sent: SentSaying | undefined
}

function medicinesOf({ page, facts, consent, now, groups, first, sent }: Rest): MedicinesOfDay {
  const { medication, commandId } = page
  const answered = first ? undefined : lastAnswered(groups, now)
  return {
    asks: first !== undefined,
    answered: answered ? <FirstDose group={answered} {...{ facts, now, commandId, sent }} /> : null,
    notices: (
      <Part>
        {consent?.given ? <TravelQuestion facts={facts} now={now} /> : null}
        <ChangesByOthers page={medication} {...{ facts, consent, now, commandId }} />
      </Part>
    ),
    supplies: (
      <>
        <Part>
          <RunOutNotice {...{ facts, now }} supplies={suppliesAfter(medication, facts)} />
        </Part>
        <DayOfMedicines facts={facts} groups={groups} shown={first ?? answered} now={now} />
      </>
    ),
  }
}
