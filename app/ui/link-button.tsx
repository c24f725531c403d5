import { Link, type LinkProps } from '@remix-run/react'
import { buttonClasses, type ButtonLook } from './button-look'
import { Icon, type IconName } from './icon'

interface LinkButtonProps extends ButtonLook, Omit<LinkProps, 'className' | 'style'> {
  icon?: IconName
}

/** Looks like a button, goes somewhere. `to` may be an outside address such as `tel:`. */
export function LinkButton({ variant, full, big, icon, children, ...rest }: LinkButtonProps) {
  return (
    <Link {...rest} className={buttonClasses({ variant, full, big })}>
      {icon ? <Icon name={icon} /> : null}
      <span>{children}</span>
    </Link>
  )
}
