const mark = 'gyeote-reloaded-at'
const onceInMs = 60_000

/**
 * A part of the page is missing after a deploy and no worker has kept it: loads the document anew, which
 * names the new parts. At most once a minute, or a broken server would have the page load for ever.
 */
export function reloadWhenPartIsMissing(): void {
  addEventListener('vite:preloadError', (event) => {
    if (Date.now() - readMark() < onceInMs) return
    event.preventDefault()
    writeMark()
    location.reload()
  })
}

function readMark(): number {
  try {
    return Number(sessionStorage.getItem(mark) ?? 0)
  } catch {
    return Date.now() // without a memory a second reload could not be told from the first
  }
}

function writeMark() {
  try {
    sessionStorage.setItem(mark, String(Date.now()))
  } catch {
    // readMark will say so
  }
}
