import { useFetcher } from '@remix-run/react'
import { useEffect, useState } from 'react'

/** After the page itself has everything it needs. */
const laterMs = 3_000

let keptFor: string | null = null

/**
 * Brings the emergency sheet to a phone on which nobody has opened it yet, once a document, so that it is
 * there without a network. Shows nothing.
 */
export function KeepSheet({ personId }: { personId: string | null }) {
  const [isDue, setDue] = useState(false)
  useEffect(() => {
    if (personId === null || keptFor === personId || !navigator.onLine) return
    const timer = setTimeout(() => {
      keptFor = personId
      setDue(true)
    }, laterMs)
    return () => clearTimeout(timer)
  }, [personId])
  return isDue ? <LoadSheet onLoaded={() => setDue(false)} /> : null
}

/** Its own `clientLoader` keeps what it loads. Gone afterwards: what stays is loaded again with every page. */
function LoadSheet({ onLoaded }: { onLoaded: () => void }) {
  const { load, data } = useFetcher()
  useEffect(() => load('/emergency'), [load])
  useEffect(() => {
    if (data !== undefined) onLoaded()
  }, [data, onLoaded])
  return null
}
