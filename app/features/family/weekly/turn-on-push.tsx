import { useSubmit } from '@remix-run/react'
import { useState } from 'react'
import { PhoneState } from '~/features/reminders/health/phone-state'
import { askPermission, useNotificationSituation } from '~/features/reminders/health/use-permission'
import type { Refreshed } from '~/features/reminders/subscription/refresh-subscription'
import { Button } from '~/ui/button'

type Stopped = 'not_allowed' | 'no_network' | 'no_push_service'

const words: Record<Stopped, string> = {
  not_allowed: "아직 안 켜졌어요. 휴대폰이 물으면 '허용'을 눌러 주세요.",
  no_network: '지금은 인터넷이 안 돼 못 켰어요. 인터넷이 되면 다시 눌러 주세요.',
  no_push_service: '이 브라우저로는 알림을 보낼 수 없어요. 크롬이나 삼성 인터넷에서 열어 주세요.',
}

/** The week by push on this phone: the browser's own question first, where it was not answered yet. */
export function TurnOnPush() {
  const situation = useNotificationSituation()
  const submit = useSubmit()
  const [isBusy, setBusy] = useState(false)
  const [stopped, setStopped] = useState<Stopped | null>(null)
  const turnOn = async () => {
    setBusy(true)
    setStopped(null)
    const why = await subscribe()
    setStopped(why)
    setBusy(false)
    if (!why) submit({ intent: 'push' }, { method: 'post', action: '/family/week' })
  }
  if (situation.kind === 'unknown') return <noscript>{words.no_push_service}</noscript>
  if (situation.kind !== 'not_asked' && situation.kind !== 'allowed')
    return (
      <PhoneState
        situation={situation}
        subscription={{ kind: 'looking' }}
        hasNumber
        allow={{ ask: () => void turnOn(), isBusy, wasPassedOver: false }}
      />
    )
  return (
    <div className="grid gap-3">
      {stopped ? (
        <p role="alert" className="text-body font-bold">
          {words[stopped]}
        </p>
      ) : null}
      <Button
        type="button"
        variant="outlined"
        full
        busy={isBusy ? '켜는 중이에요' : undefined}
        onClick={() => void turnOn()}
      >
        휴대폰 알림으로 받기
      </Button>
    </div>
  )
}

/** Null when this phone can be pushed to. */
async function subscribe(): Promise<Stopped | null> {
  const allowed = await askPermission().catch(() => 'default' as const)
  if (allowed !== 'granted') return 'not_allowed'
  const { refreshThisPhone } = await import('~/features/reminders/subscription/this-push.client')
  const { kind } = await refreshThisPhone().catch((): Refreshed => ({ kind: 'no_network' }))
  if (kind === 'known') return null
  return kind === 'no_network' || kind === 'not_allowed' ? kind : 'no_push_service'
}
