import { Icon, type IconName } from './icon'

/** A real thing under an arch, beside the words that name it. */
export function ArchPlate({ icon }: { icon: IconName }) {
  return (
    <span className="arch-plate">
      <Icon name={icon} />
    </span>
  )
}
