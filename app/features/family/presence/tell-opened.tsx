import { useEffect } from 'react'
import { usualZone } from '~/features/medication/schedule/moment'
import { dateIn } from '~/platform/clock'

const careDateBeginsMs = 4 * 60 * 60_000
const careDate = () => dateIn(usualZone, new Date(Date.now() - careDateBeginsMs))
let toldOn = ''

/**
 * Of a senior who lets a relative know that they opened 곁에: tells the server so, once a day, as soon as
 * somebody looks at the page and there is a network. What the server does not hear of is not told later.
 */
export function TellOpened() {
  useEffect(() => {
    const tell = () => void tellToday()
    tell()
    addEventListener('online', tell)
    document.addEventListener('visibilitychange', tell)
    return () => {
      removeEventListener('online', tell)
      document.removeEventListener('visibilitychange', tell)
    }
  }, [])
  return null
}

async function tellToday(): Promise<void> {
  const today = careDate()
  if (document.visibilityState !== 'visible' || toldOn === today) return
  toldOn = today
  const answer = await fetch('/family/opened', { method: 'POST', redirect: 'error' }).catch(
    () => null,
  )
  if (!answer?.ok && toldOn === today) toldOn = ''
}
