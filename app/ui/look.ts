export const textSizes = [100, 130, 160, 200] as const
export const themes = ['system', 'light', 'dark', 'contrast'] as const
export const speechRates = [0.7, 0.9, 1.1] as const

/** How the app looks and speaks on one phone. `textSize` is a percentage of the phone's own text size. */
export interface Look {
  textSize: (typeof textSizes)[number]
  theme: (typeof themes)[number]
  speechRate: (typeof speechRates)[number]
}

/** 0.9: a little slower than speech, as people of 60 and more prefer (Wang et al. 2023). */
export const defaultLook: Look = { textSize: 100, theme: 'system', speechRate: 0.9 }

/** Scripts read it too: a document stored without a person must show the person's look offline. */
export const lookCookieName = 'look'

/** Browsers keep a cookie for at most 400 days. */
const lifeSeconds = 400 * 86_400

/** Reads a `Cookie` header or `document.cookie`; whatever is missing or strange becomes the default. */
export function parseLook(cookies: string | null | undefined): Look {
  const value = /(?:^|;\s*)look=([^;]*)/.exec(cookies ?? '')?.[1] ?? ''
  const [textSize, theme, speechRate] = value.split('_')
  return readLook({ textSize, theme, speechRate })
}

/** The same for the fields of a form or any three loose values. */
export function readLook(given: Partial<Record<keyof Look, unknown>>): Look {
  return {
    textSize: pick(textSizes, given.textSize) ?? defaultLook.textSize,
    theme: pick(themes, given.theme) ?? defaultLook.theme,
    speechRate: pick(speechRates, given.speechRate) ?? defaultLook.speechRate,
  }
}

function pick<T extends string | number>(allowed: readonly T[], given: unknown): T | undefined {
  return allowed.find((one) => String(one) === String(given))
}

/**
 * A `Set-Cookie` header or an assignment to `document.cookie`. Not HttpOnly on purpose, and holding nothing
 * about the person. `secure` is false only on a plain-HTTP trial.
 */
export function serialiseLook(look: Look, { secure }: { secure: boolean }): string {
  const value = `${look.textSize}_${look.theme}_${look.speechRate}`
  const parts = [`${lookCookieName}=${value}`, 'Path=/', `Max-Age=${lifeSeconds}`, 'SameSite=Lax']
  return [...parts, ...(secure ? ['Secure'] : [])].join('; ')
}

export const themeColours = {
  light: '#faf6ec',
  dark: '#1b1714',
  contrast: '#ffffff',
  contrastDark: '#000000',
} as const

/** Colour of the browser's own bars: what to use when the system is light, and when it is dark. */
export function themeColour(theme: Look['theme']): { light: string; dark: string } {
  if (theme === 'system') return { light: themeColours.light, dark: themeColours.dark }
  if (theme === 'contrast') return { light: themeColours.contrast, dark: themeColours.contrastDark }
  return { light: themeColours[theme], dark: themeColours[theme] }
}

/**
 * Runs in the head before anything is painted: puts the cookie's look on `<html>`, so that a document stored
 * without a person shows the person's look. On an iPhone it multiplies the phone's own text size, which CSS
 * can take over but not multiply; again whenever the size is changed on the open page.
 */
export const lookBootScript = `(function(){
var h=document.documentElement,m=/(?:^|;\\s*)look=(${textSizes.join('|')})_(${themes.join('|')})_/.exec(document.cookie);
if(m){h.setAttribute('data-text',m[1]);h.setAttribute('data-theme',m[2]);
var c=${JSON.stringify(Object.fromEntries(themes.map((theme) => [theme, Object.values(themeColour(theme))])))}[m[2]];
document.querySelectorAll('meta[name=theme-color]').forEach(function(e,i){e.setAttribute('content',c[i])})}
if(!CSS.supports('(font:-apple-system-body) and (-webkit-touch-callout:none)'))return;
function size(){var t=+h.getAttribute('data-text')||100,p=document.createElement('i');h.style.fontSize='';
if(t===100)return;p.style.font='-apple-system-body';h.appendChild(p);
var own=parseFloat(getComputedStyle(p).fontSize)||16;h.removeChild(p);h.style.fontSize=own/16*t+'%'}
size();new MutationObserver(size).observe(h,{attributes:true,attributeFilter:['data-text']})})()`
