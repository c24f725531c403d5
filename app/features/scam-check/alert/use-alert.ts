import { useEffect, useRef, useState } from 'react'
import { addCommand } from '~/commands/add-command'
import type { WaitingDeed } from '~/commands/list-deeds'
import { useWaiting } from '~/commands/use-waiting'
import type { Checked } from '../checked'
import type { CheckRecord } from '../kept-draft'
import { alertOf } from './alert-of'
import type { FamilyToShow } from './family-to-show'
import { readFamilyToShow, renewFamilyToShow } from './find-family-to-show'

/** `waiting`: written down, until there is a network. `refused`: nobody may be told any more. */
export type AlertState = 'telling' | 'told' | 'waiting' | 'refused'

export interface Alert {
  /** Whom a danger may be shown; the first linked first. */
  family: FamilyToShow[]
  /** Null where nobody is told by themselves. */
  state: AlertState | null
}

/** Told in this page already, or about to be: an effect may run twice. */
const begun = new Set<string>()

/**
 * Tells the family of a dangerous check, once and at once, where the person let somebody be told.
 * @param known the family as the server answered a form without scripts
 * @param onDecided once it is written down on the phone, or clear that nobody is told
 */
export function useAlert(
  record: CheckRecord,
  checked: Checked,
  known: FamilyToShow[],
  onDecided: (told: boolean) => void,
): Alert {
  const [family, setFamily] = useState(known)
  const [telling, setTelling] = useState(false)
  const { waiting, refused } = useWaiting()
  const { id, told } = record
  const latest = useRef({ told, checked, onDecided })
  useEffect(() => {
    latest.current = { told, checked, onDecided }
  })

  useEffect(() => {
    void (async () => {
      const kept = await readFamilyToShow()
      if (kept.length > 0) setFamily(kept)
      // Nobody waits for the network who is known to be told.
      const asking = renewFamilyToShow().then((newer) => {
        if (newer) setFamily(newer)
        return newer
      })
      const { told: decided, checked: found } = latest.current
      if (decided !== null || begun.has(id)) return
      begun.add(id)
      const decide = (isTold: boolean) => latest.current.onDecided(isTold)
      const payload = alertOf(id, found)
      const now = kept.some((one) => one.told) ? kept : ((await asking) ?? kept)
      if (!payload || !now.some((one) => one.told)) return decide(false)
      setTelling(true)
      await addCommand('tell_scam_alert', payload, () => decide(true))
      setTelling(false)
    })()
  }, [id])

  const isThis = (deed: WaitingDeed | null) =>
    deed?.type === 'tell_scam_alert' && deed.payload.checkId === id
  if (!telling && !told) return { family, state: null }
  if (refused.some(({ deed }) => isThis(deed))) return { family, state: 'refused' }
  if (telling) return { family, state: 'telling' }
  return { family, state: waiting.some(isThis) ? 'waiting' : 'told' }
}
