import { useRouteLoaderData } from '@remix-run/react'
import { useCallback, useMemo, useSyncExternalStore } from 'react'
import { applyLook } from '~/ui/apply-look.client'
import { defaultLook, parseLook, type Look } from '~/ui/look'

const listeners = new Set<() => void>()

function subscribe(changed: () => void) {
  listeners.add(changed)
  return () => listeners.delete(changed)
}

/** The look of this phone, and a way to change a part of it at once, on every part of the page. */
export function useLook(): [Look, (change: Partial<Look>) => void] {
  const rendered = useRouteLoaderData<{ look: Look }>('root')?.look ?? defaultLook
  const shown = useSyncExternalStore(
    subscribe,
    () => JSON.stringify(parseLook(document.cookie)),
    () => JSON.stringify(rendered),
  )
  const look = useMemo(() => JSON.parse(shown) as Look, [shown])
  const change = useCallback(
    (part: Partial<Look>) => {
      applyLook({ ...look, ...part })
      listeners.forEach((changed) => changed())
    },
    [look],
  )
  return [look, change]
}
