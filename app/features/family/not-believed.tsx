import { Notice } from '~/ui/notice'
import type { Belief } from './use-news'

interface NotBelievedProps {
  belief: Exclude<Belief, 'shown'>
  /** Said in between: what becomes of what is being written on the page. */
  kept?: string
}

/** In the place of what others let one see, while it is not known whether they still do. */
export const NotBelieved = ({ belief, kept }: NotBelievedProps) =>
  belief === 'asking' ? (
    <Notice kind="waiting" live="polite">
      새로 보고 있어요. 잠시만 기다려 주세요.
    </Notice>
  ) : (
    <Notice kind="offline" live="polite">
      지금은 새로 볼 수 없어요. {kept ? `${kept} ` : ''}인터넷이 되면 다시 보여 드려요.
    </Notice>
  )
