import { Icon, type IconName } from './icon'

interface StatusLineProps {
  text?: string
  icon?: IconName
  /** False under the title of a page, which is shown from its top, and where something else goes at that moment. */
  holdsRoom?: boolean
}

/**
 * What just happened, in its own place for good: nothing floats and nothing goes away by itself. Render it
 * empty from the beginning, or a screen reader does not hear the change. It holds the room of one line, so that
 * nothing moves under the finger.
 */
export function StatusLine({ text, icon = 'check', holdsRoom = true }: StatusLineProps) {
  return (
    <p
      role="status"
      className={`status-line text-body font-bold text-pine ${holdsRoom ? '' : 'empty:min-h-0'}`}
    >
      {text ? (
        <>
          <Icon name={icon} />
          <span>{text}</span>
        </>
      ) : null}
    </p>
  )
}
