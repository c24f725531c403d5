import { useEffect, useState } from 'react'

const place = 'gyeote-join'

/**
 * The secret of the code that was read: from the fragment of the address, which it leaves at once, then from
 * this tab's own memory while its person signs in. Undefined before it is looked up, '' when there is none.
 */
export function useJoinSecret(): string | undefined {
  const [secret, setSecret] = useState<string>()
  useEffect(() => {
    const inAddress = location.hash.slice(1)
    if (inAddress) {
      remember(inAddress)
      history.replaceState(history.state, '', location.pathname)
    }
    setSecret(inAddress || recall())
    // Another code was read while this page was open: the browser changes the address and loads nothing.
    const begin = () => {
      if (location.hash) location.reload()
    }
    addEventListener('hashchange', begin)
    return () => removeEventListener('hashchange', begin)
  }, [])
  return secret
}

/** Where storage is switched off the person reads the code once more after signing in. */
function remember(secret: string) {
  try {
    sessionStorage.setItem(place, secret)
  } catch {
    return
  }
}

function recall(): string {
  try {
    return sessionStorage.getItem(place) ?? ''
  } catch {
    return ''
  }
}
