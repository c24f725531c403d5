import type { InputHTMLAttributes, ReactNode } from 'react'
import { buttonClasses } from './button-look'
import { Icon, type IconName } from './icon'

interface FileButtonProps extends Omit<
  InputHTMLAttributes<HTMLInputElement>,
  'type' | 'className' | 'style' | 'onChange' | 'children'
> {
  icon?: IconName
  /** Called with what was picked, each time, also when it is the same again. */
  onPick(file: File): void
  children: ReactNode
}

/** Looks like a button and is a file input over its whole area: fingers, keyboard and screen readers for free. */
export function FileButton({ icon, onPick, children, ...rest }: FileButtonProps) {
  return (
    <label
      className={`file-button ${buttonClasses({ variant: 'outlined', full: true, big: true })}`}
    >
      <input
        {...rest}
        type="file"
        className="file-input"
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0]
          if (file) onPick(file)
          currentTarget.value = ''
        }}
      />
      {icon ? <Icon name={icon} /> : null}
      <span>{children}</span>
    </label>
  )
}
