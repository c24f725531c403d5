import { useEffect } from 'react'
import { thisOutbox } from '~/offline/this-outbox'

/** A page that somebody looks at again tells so at most this often. */
const everyMs = 5 * 60_000
let toldAt = 0

/**
 * On the phone of somebody with family: says to the server that the phone is here and how much is unsent, so
 * that a dose without an answer is told from a phone out of reach.
 */
export function TellReach() {
  useEffect(() => {
    const tell = () => {
      if (document.visibilityState !== 'visible' || Date.now() - toldAt < everyMs) return
      toldAt = Date.now()
      void thisOutbox().tellReach()
    }
    const tellAnew = () => {
      toldAt = 0
      tell()
    }
    tell()
    addEventListener('online', tellAnew)
    document.addEventListener('visibilitychange', tell)
    return () => {
      removeEventListener('online', tellAnew)
      document.removeEventListener('visibilitychange', tell)
    }
  }, [])
  return null
}
