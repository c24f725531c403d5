import type { ButtonHTMLAttributes, MouseEvent, ReactNode } from 'react'
import { buttonClasses, type ButtonLook } from './button-look'
import { Icon, type IconName } from './icon'

interface ButtonProps
  extends ButtonLook, Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className' | 'style'> {
  icon?: IconName
  /** What is being done, said aloud and shown, e.g. 「보내는 중이에요」; further taps do nothing meanwhile. */
  busy?: string
  children: ReactNode
}

/**
 * While busy it keeps its place, width and focus: the words stay underneath, unseen, and hold the room.
 * `disabled` is left to the platform; prefer saying what is missing after the tap.
 */
export function Button({
  variant,
  full,
  big,
  icon,
  busy,
  children,
  onClick,
  type = 'submit',
  ...rest
}: ButtonProps) {
  const isBusy = busy !== undefined
  const click = (event: MouseEvent<HTMLButtonElement>) => {
    if (isBusy) event.preventDefault()
    else onClick?.(event)
  }
  return (
    <button
      {...rest}
      type={type}
      onClick={click}
      aria-disabled={isBusy || undefined}
      className={buttonClasses({ variant, full, big })}
    >
      <span
        className={isBusy ? 'invisible inline-flex items-center gap-2' : 'contents'}
        aria-hidden={isBusy || undefined}
      >
        {icon ? <Icon name={icon} /> : null}
        <span>{children}</span>
      </span>
      <span role="status" className={isBusy ? 'busy' : 'sr-only'}>
        {busy ? (
          <>
            <Icon name="hourglass" />
            <span>{busy}</span>
          </>
        ) : null}
      </span>
    </button>
  )
}
