import { LinkButton } from '~/ui/link-button'
import type { CheckOrigin } from './verdict/verdict'

interface OtherWaysProps {
  /** Something was read and is to be checked: out of a picture, or out of a QR code. */
  onText: (text: string, origin: CheckOrigin) => void
}

/** Whatever brings a message here besides typing; each way is one line. */
export function OtherWays(_: OtherWaysProps) {
  return (
    <div className="grid gap-3">
      <LinkButton to="/scam-check/call" variant="outlined" full icon="phone">
        전화로 들은 말
      </LinkButton>
    </div>
  )
}
