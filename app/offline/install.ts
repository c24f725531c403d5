/** What a person can do to have the app on their home screen. */
export type InstallSituation =
  /** Runs from the home screen already. */
  | { kind: 'installed' }
  /** Inside another app, which can neither install nor keep things for long. */
  | { kind: 'in_app'; app: 'kakao' | 'naver' | 'other'; openOutside: string | null }
  /** The browser can ask by itself. */
  | { kind: 'prompt' }
  /** By way of 공유 → 홈 화면에 추가. */
  | { kind: 'ios_share' }
  /** By way of the browser's own menu. */
  | { kind: 'android_menu' }
  | { kind: 'none' }

export interface Surroundings {
  userAgent: string
  /** Tells an iPad from a Mac: it calls itself Macintosh and has more than one. */
  maxTouchPoints: number
  /** `display-mode: standalone`, or Safari's `navigator.standalone`. */
  standalone: boolean
  /** The browser has fired `beforeinstallprompt`. */
  canPrompt: boolean
  /** Of the page that is to be opened outside. */
  url: string
}

/** Reads the situation from what the browser says about itself. */
export function installSituation(around: Surroundings): InstallSituation {
  const { userAgent, standalone, canPrompt, url } = around
  if (standalone) return { kind: 'installed' }
  const isIos =
    /iPhone|iPad|iPod/.test(userAgent) || (/Macintosh/.test(userAgent) && around.maxTouchPoints > 1)
  const isAndroid = /Android/.test(userAgent)
  const app = findApp(userAgent, isAndroid)
  if (app) return { kind: 'in_app', app, openOutside: outside(app, isAndroid, url) }
  if (canPrompt) return { kind: 'prompt' }
  if (isIos) return { kind: 'ios_share' }
  return isAndroid ? { kind: 'android_menu' } : { kind: 'none' }
}

function findApp(userAgent: string, isAndroid: boolean): 'kakao' | 'naver' | 'other' | null {
  if (/KAKAOTALK/i.test(userAgent)) return 'kakao'
  if (/NAVER\(inapp/i.test(userAgent)) return 'naver'
  if (/DaumApps|\bBAND\/|FBAN|FBAV|Instagram|\bLine\//.test(userAgent)) return 'other'
  return isAndroid && /; wv\)/.test(userAgent) ? 'other' : null
}

/**
 * A link that opens the page in the phone's browser. KakaoTalk has its own on both systems (reported to
 * work in github.com/dnd-side-project/dnd-10th-4-frontend/pull/301; not tried on a phone here); Android
 * understands an intent for any browser; other apps on an iPhone have none: say where to tap.
 */
function outside(app: 'kakao' | 'naver' | 'other', isAndroid: boolean, url: string): string | null {
  if (app === 'kakao') return `kakaotalk://web/openExternal?url=${encodeURIComponent(url)}`
  if (!isAndroid) return null
  const { protocol, host, pathname, search } = new URL(url)
  return `intent://${host}${pathname}${search}#Intent;scheme=${protocol.slice(0, -1)};action=android.intent.action.VIEW;category=android.intent.category.BROWSABLE;end`
}
