import { useState } from 'react'
import { HeldReminders } from '~/features/reminders/health/held-reminders'
import { PhoneState } from '~/features/reminders/health/phone-state'
import { mayBeTested } from '~/features/reminders/health/may-be-tested'
import { TestCard } from '~/features/reminders/health/test-card'
import { useAllow } from '~/features/reminders/health/use-allow'
import { useArrivals } from '~/features/reminders/health/use-arrivals'
import { useNotificationSituation } from '~/features/reminders/health/use-permission'
import { WhenNothingComes } from '~/features/reminders/health/when-nothing-comes'
import { useSettings } from '~/features/reminders/settings/use-settings'
import { useSubscription } from '~/features/reminders/subscription/use-subscription'
import { LinkButton } from '~/ui/link-button'
import { Notice } from '~/ui/notice'
import type { SittingPage } from './read-sitting.server'

/** As on 「알림이 잘 오나요?」: the permission, then a test that really rings, waited for here. */
export function RemindersStep({ page, isDone }: { page: SittingPage; isDone: boolean }) {
  const { heldUntil } = page.reminders
  const { kind } = useNotificationSituation()
  return heldUntil ? (
    <HeldReminders until={heldUntil} isAllowed={kind === 'allowed'} />
  ) : (
    <RingHere {...{ page, isDone }} />
  )
}

function RingHere({ page, isDone }: { page: SittingPage; isDone: boolean }) {
  const { reminders } = page
  const settings = useSettings(reminders.settings)
  const situation = useNotificationSituation()
  const allow = useAllow(settings, reminders.personId)
  const isAllowed = situation.kind === 'allowed'
  const { state } = useSubscription(isAllowed && !allow.isBusy)
  const arrivals = useArrivals()
  const [missed, setMissed] = useState<{ reached: boolean } | null>(null)
  return (
    <>
      {isDone ? (
        <Notice kind="done" title="이 휴대폰에 알림이 닿았어요." titleAs="h2" live="polite" />
      ) : null}
      <PhoneState {...{ situation, allow, hasNumber: reminders.hasNumber }} subscription={state} />
      {mayBeTested(situation, state) && arrivals.isRead ? (
        <TestCard
          known={reminders.test}
          arrivals={arrivals}
          filled={state.kind === 'known' && !isDone}
          onMissed={(reached) => setMissed({ reached })}
        />
      ) : null}
      {missed ? (
        <section aria-labelledby="nothing-comes" className="grid gap-3">
          <h2 id="nothing-comes" className="text-h2 font-bold">
            알림이 안 오면
          </h2>
          <WhenNothingComes silentFirst={missed.reached} />
        </section>
      ) : null}
      <noscript>
        <LinkButton to="/reminders" variant="outlined" full icon="clock">
          알림이 잘 오나요?
        </LinkButton>
      </noscript>
    </>
  )
}
