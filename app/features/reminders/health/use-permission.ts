import { useSyncExternalStore } from 'react'
import { useInstall } from '~/offline/use-install'
import { notificationSituation, type NotificationSituation } from './notification-situation'

const listeners = new Set<() => void>()

function permissionNow(): NotificationPermission | 'unsupported' {
  const isWhole =
    'Notification' in window && 'PushManager' in window && 'serviceWorker' in navigator
  return isWhole ? Notification.permission : 'unsupported'
}

/** Also when somebody comes back from the phone's settings. */
function listen(changed: () => void): () => void {
  listeners.add(changed)
  document.addEventListener('visibilitychange', changed)
  addEventListener('focus', changed)
  let status: PermissionStatus | null = null
  let isOver = false
  // Older iPhones have no such question; they are looked at when somebody comes back.
  void navigator.permissions
    ?.query({ name: 'notifications' })
    .then((found) => {
      if (isOver) return
      status = found
      status.addEventListener('change', changed)
    })
    .catch(() => undefined)
  return () => {
    isOver = true
    listeners.delete(changed)
    document.removeEventListener('visibilitychange', changed)
    removeEventListener('focus', changed)
    status?.removeEventListener('change', changed)
  }
}

/** The browser's own question. Only after a tap, and after a sentence that says what for. */
export async function askPermission(): Promise<NotificationPermission> {
  const answer = await Notification.requestPermission()
  listeners.forEach((changed) => changed())
  return answer
}

export function useNotificationSituation(): NotificationSituation {
  const { situation: install } = useInstall()
  const permission = useSyncExternalStore(listen, permissionNow, () => 'unknown' as const)
  const userAgent = permission === 'unknown' ? '' : navigator.userAgent
  return notificationSituation({ install, permission, userAgent })
}
