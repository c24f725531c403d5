import { useEffect, useRef } from 'react'
import { thisPhone } from '~/offline/this-phone'
import { readSharedPicture } from '../shared-picture'

/**
 * Hands over what another app's share sheet laid on the phone, each time the page opens until it is read; null
 * where nothing lies there any more.
 */
export function useSharedPicture(
  isThere: boolean,
  choose: (picture: File | null) => unknown,
): void {
  const chosen = useRef(choose)
  useEffect(() => {
    chosen.current = choose
  }, [choose])
  useEffect(() => {
    if (!isThere) return
    void thisPhone()
      .withStore((store) => readSharedPicture(store))
      .then((picture) => {
        if (!picture) return chosen.current(null)
        const bytes = Uint8Array.from(atob(picture.base64), (letter) => letter.charCodeAt(0))
        return chosen.current(new File([bytes], 'shared', { type: picture.type }))
      })
  }, [isThere])
}
