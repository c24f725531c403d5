import { Icon, type IconName } from './icon'

/**
 * What just happened, in its own place for good: nothing floats and nothing goes away by itself. Render it
 * empty from the beginning, or a screen reader does not hear the change. It holds the room of one line, unless something
 * goes from the same place at that moment.
 */
export function StatusLine({
  text,
  icon = 'check',
  holdsRoom = true,
}: {
  text?: string
  icon?: IconName
  holdsRoom?: boolean
}) {
  const room = text || holdsRoom ? 'status-line' : ''
  return (
    <p role="status" className={`${room} text-body font-bold text-pine`}>
      {text ? (
        <>
          <Icon name={icon} />
          <span>{text}</span>
        </>
      ) : null}
    </p>
  )
}
