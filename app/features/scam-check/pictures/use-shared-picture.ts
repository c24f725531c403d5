import { useEffect, useRef } from 'react'
import { thisPhone } from '~/offline/this-phone'
import { beginSeekingCode, readSharedPicture } from '../shared-picture'

/**
 * Hands over what another app's share sheet laid on the phone, each time the page opens until it is read; null
 * where nothing lies there any more. Whether it is a code is tried once.
 */
export function useSharedPicture(
  isThere: boolean,
  choose: (picture: File | null, mayBeCode: boolean) => unknown,
): void {
  const chosen = useRef(choose)
  useEffect(() => {
    chosen.current = choose
  }, [choose])
  useEffect(() => {
    if (!isThere) return
    void thisPhone()
      .withStore(async (store) => {
        const picture = await readSharedPicture(store)
        return picture && { ...picture, mayBeCode: await beginSeekingCode(store) }
      })
      .then((picture) => {
        if (!picture) return chosen.current(null, false)
        const bytes = Uint8Array.from(atob(picture.base64), (letter) => letter.charCodeAt(0))
        return chosen.current(
          new File([bytes], 'shared', { type: picture.type }),
          picture.mayBeCode,
        )
      })
  }, [isThere])
}
