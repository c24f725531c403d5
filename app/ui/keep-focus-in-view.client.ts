/**
 * Brings the whole of what gets the focus by key, or is written into, above the bar: browsers show no more
 * than the line of the caret, and what is under the bar is not seen.
 */
export function keepFocusInView(): void {
  document.addEventListener('focusin', ({ target }) => {
    if (target instanceof Element && target.matches(':focus-visible'))
      target.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  })
}
