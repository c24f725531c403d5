import { useSyncExternalStore } from 'react'
import { useWaiting } from '~/commands/use-waiting'
import { useArrivals } from '~/features/reminders/health/use-arrivals'
import { useNotificationSituation } from '~/features/reminders/health/use-permission'
import { useInstall } from '~/offline/use-install'
import type { SittingPage } from './read-sitting.server'
import { stepsOf, type Step } from './sitting'

const never = () => () => undefined

/** The steps as they stand: what the server knows, and what only this phone does. */
export function useSitting(page: SittingPage): Step[] {
  const hasScript = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  const { situation, justInstalled } = useInstall()
  const permission = useNotificationSituation()
  const { test } = useArrivals()
  const { waiting, sent } = useWaiting()
  // Written down a moment ago, and perhaps not at the server yet.
  const hasWritten = [...waiting, ...sent].some(
    (deed) => deed.type === 'record_facts' && (deed.payload.courses ?? []).length > 0,
  )
  return stepsOf({
    onHomeScreen: hasScript ? situation.kind === 'installed' || justInstalled : null,
    hasNumber: page.phone !== null,
    hasMedicine: page.courses > 0 || hasWritten,
    hasRung: hasScript ? permission.kind === 'allowed' && test !== null : null,
    hasFamily: page.relatives > 0,
  })
}
