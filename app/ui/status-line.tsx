import { Icon, type IconName } from './icon'

/**
 * What just happened, in its own place for good: nothing floats and nothing goes away by itself. Render it
 * empty from the beginning, or a screen reader does not hear the change. It holds the room of one line.
 */
export function StatusLine({ text, icon = 'check' }: { text?: string; icon?: IconName }) {
  return (
    <p role="status" className="status-line text-body font-bold text-pine">
      {text ? (
        <>
          <Icon name={icon} />
          <span>{text}</span>
        </>
      ) : null}
    </p>
  )
}
