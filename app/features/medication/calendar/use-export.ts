import { useCallback, useEffect, useState } from 'react'
import { thisPhone } from '~/offline/this-phone'
import { keptExport, type CalendarExport } from './kept-export'

/** What this phone's calendar was given, and how that is changed. Null on the server and until it is read. */
export function useExport() {
  const [exported, setExported] = useState<CalendarExport | null>(null)
  useEffect(() => {
    const read = async () => {
      const store = await thisPhone().openStore()
      setExported(await store.read(keptExport))
    }
    const look = () => void read().catch(() => setExported(null))
    look()
    // Another tab may have put something in since.
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  }, [])
  const remember = useCallback((next: CalendarExport | null) => {
    setExported(next)
    void thisPhone().withStore(async (store) => {
      if (next) await store.keep(keptExport, next)
      else await store.forget(keptExport)
    })
  }, [])
  return { exported, remember }
}
