import { useEffect, useState } from 'react'
import { thisPhone } from './this-phone'

/** Whether the phone has something besides deeds that the server does not have yet. False on the server. */
export function useUnsent(): boolean {
  const [unsent, setUnsent] = useState(false)
  useEffect(() => {
    const look = () =>
      void thisPhone()
        .openStore()
        .then((store) => store.hasUnsent())
        .then(setUnsent)
    look()
    return thisPhone().channel.listen((news) => {
      if (news.kind === 'unsent' || news.kind === 'person') look()
    })
  }, [])
  return unsent
}
