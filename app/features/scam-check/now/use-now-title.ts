import { useSyncExternalStore } from 'react'
import { phoneNow } from '~/offline/this-phone'
import { checkedOn } from './current-tricks'
import { nowTitle } from './now-title'

const never = () => () => undefined

/** The page lies on the phone for weeks: what it is called is for the day on which it is read. */
export const useNowTitle = () =>
  useSyncExternalStore(
    never,
    () => nowTitle(checkedOn, phoneNow()),
    () => nowTitle(checkedOn, new Date(checkedOn)),
  )
