import { serialiseLook, type Look } from './look'

/** Keeps the look on this phone and shows it at once; the server sees it with the next document. */
export function applyLook(look: Look): void {
  document.cookie = serialiseLook(look, { secure: location.protocol === 'https:' })
  document.documentElement.setAttribute('data-text', String(look.textSize))
  document.documentElement.setAttribute('data-theme', look.theme)
}
