import { useRouteLoaderData } from '@remix-run/react'
import { useState } from 'react'
import { applyLook } from '~/ui/apply-look.client'
import { defaultLook, type Look } from '~/ui/look'

/** The look of this phone, and a way to change a part of it at once. */
export function useLook(): [Look, (change: Partial<Look>) => void] {
  const rendered = useRouteLoaderData<{ look: Look }>('root')?.look ?? defaultLook
  const [look, setLook] = useState(rendered)
  const change = (part: Partial<Look>) => {
    const next = { ...look, ...part }
    applyLook(next)
    setLook(next)
  }
  return [look, change]
}
