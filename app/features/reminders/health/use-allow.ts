import { useState } from 'react'
import { addCommand } from '~/commands/add-command'
import type { ReminderSettings } from '../settings/settings-schema'
import type { Allow } from './phone-state'
import { askPermission } from './use-permission'

/**
 * 「알림 켜기」: the browser's own question, and with a yes whatever is still off. A visitor becomes somebody with
 * an account by it: a phone that is nobody's cannot be reminded.
 */
export function useAllow(settings: ReminderSettings, personId: string | null): Allow {
  const [isBusy, setBusy] = useState(false)
  const [wasPassedOver, setPassedOver] = useState(false)
  const allow = async () => {
    setBusy(true)
    const answer = await askPermission().catch(() => 'default' as const)
    setPassedOver(answer === 'default')
    if (answer === 'granted' && (!settings.doses || personId === null))
      await addCommand('set_reminders', { ...settings, doses: true })
    setBusy(false)
  }
  return { ask: () => void allow(), isBusy, wasPassedOver }
}
