import { useLocation } from '@remix-run/react'
import { useEffect, useState } from 'react'
import { thisPhone } from '~/offline/this-phone'
import { TellReach } from './tell-reach'
import { keptFamily } from './words/kept-family'

/** That the phone of somebody with family is here, as 오늘 has last heard of them. Shows nothing. */
export default function TellFamily() {
  const { key } = useLocation()
  const [linked, setLinked] = useState(false)
  useEffect(() => {
    let isShown = true
    void isLinked().then((now) => isShown && setLinked(now))
    return () => {
      isShown = false
    }
  }, [key])
  return linked ? <TellReach /> : null
}

async function isLinked(): Promise<boolean> {
  try {
    const store = await thisPhone().openStore()
    return (await store.read(keptFamily))?.linked ?? false
  } catch {
    return false
  }
}
