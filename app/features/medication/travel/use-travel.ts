import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { v7 as uuidv7 } from 'uuid'
import { addCommand } from '~/commands/add-command'
import { thisPhone } from '~/offline/this-phone'
import type { Facts } from '../schedule/facts'
import type { Moment } from '../schedule/moment'
import { keptStay, type Stay } from './kept-stay'
import { movedTo, travelOf, type Travel } from './travel'

const never = () => () => undefined
const phoneZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone ?? null

interface AskedTravel {
  /** What is to be asked; null while there is nothing to ask. */
  travel: Travel | null
  answered: 'moved' | 'stays' | null
  move(): void
  stay(): void
}

/** Whether the phone has come into another zone about which nobody was asked yet. */
export function useTravel(facts: Facts, now: Moment): AskedTravel {
  const zone = useSyncExternalStore(never, phoneZone, () => null)
  const [stay, setStay] = useState<Stay | null>()
  const [answered, setAnswered] = useState<AskedTravel['answered']>(null)
  // A trembling finger taps twice.
  const isAnswering = useRef(false)
  useEffect(() => {
    const read = async () => setStay(await (await thisPhone().openStore()).read(keptStay))
    void read().catch(() => setStay(null))
  }, [])
  const travel = zone === null || facts.courses.length === 0 ? null : travelOf(facts, now, zone)
  const isHere = travel === null && zone !== null && facts.courses.length > 0
  useEffect(() => {
    // Whoever sets out again is asked again.
    if (!isHere || !stay) return
    setStay(null)
    void thisPhone().withStore((store) => store.forget(keptStay))
  }, [isHere, stay])
  const isAnswered = stay?.phoneZone === zone && stay?.zone === now.zone
  const asked = stay === undefined || isAnswered ? null : travel

  const answerOnce = (act: (asked: Travel) => void) => {
    if (!asked || isAnswering.current) return
    isAnswering.current = true
    act(asked)
  }
  const done = (how: 'moved' | 'stays') => {
    isAnswering.current = false
    setAnswered(how)
  }
  return {
    travel: asked,
    answered,
    move: () =>
      answerOnce((to) => {
        const written = movedTo(to.zone, facts, now, uuidv7)
        void addCommand('record_facts', written, () => done('moved'))
      }),
    stay: () =>
      answerOnce((at) => {
        const next = { phoneZone: at.zone, zone: now.zone }
        setStay(next)
        void thisPhone()
          .withStore((store) => store.keep(keptStay, next))
          .then(() => done('stays'))
      }),
  }
}
