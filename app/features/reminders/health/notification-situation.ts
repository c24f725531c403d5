import type { InstallSituation } from '~/offline/install'

/** Whether this phone can show reminders, and if not, what stands in the way. */
export type NotificationSituation =
  /** Not known yet, as on the server. */
  | { kind: 'unknown' }
  /** Inside another app, which shows none. */
  | Extract<InstallSituation, { kind: 'in_app' }>
  /** An iPhone shows them for apps on its home screen only. */
  | { kind: 'home_screen_first' }
  | { kind: 'unsupported' }
  | { kind: 'not_asked' }
  | { kind: 'allowed' }
  /** Can be undone in the phone's own settings only. */
  | { kind: 'blocked'; where: 'iphone' | 'android_app' | 'browser' }

interface Surroundings {
  install: InstallSituation
  /** What the browser says; `unsupported` where it lacks push, notifications or workers. */
  permission: NotificationPermission | 'unsupported' | 'unknown'
  userAgent: string
}

export function notificationSituation(around: Surroundings): NotificationSituation {
  const { install, permission, userAgent } = around
  if (permission === 'unknown') return { kind: 'unknown' }
  if (install.kind === 'in_app') return install
  if (permission === 'unsupported')
    return { kind: install.kind === 'ios_share' ? 'home_screen_first' : 'unsupported' }
  if (permission === 'granted') return { kind: 'allowed' }
  if (permission === 'default') return { kind: 'not_asked' }
  const isInstalled = install.kind === 'installed'
  if (isInstalled && /Android/.test(userAgent)) return { kind: 'blocked', where: 'android_app' }
  // Only an iPhone's home screen knows notifications at all; a Mac's app has them in its browser.
  const isIphone = /iPhone|iPad|iPod/.test(userAgent)
  return { kind: 'blocked', where: isIphone ? 'iphone' : 'browser' }
}
