import { LinkButton } from '~/ui/link-button'
import { ReadPicture } from './pictures/read-picture'
import { ScanQr } from './pictures/scan-qr'
import type { CheckOrigin } from './verdict/verdict'

interface OtherWaysProps {
  /** A picture came along by the share sheet and waits on the phone. */
  hasPicture: boolean
  /** Something was read and is to be checked: out of a picture, or out of a QR code. */
  onText: (text: string, origin: CheckOrigin) => void
}

/** Whatever brings a message here besides typing. */
export function OtherWays({ hasPicture, onText }: OtherWaysProps) {
  return (
    <div className="grid gap-3">
      <div className="needs-script">
        <ReadPicture hasShared={hasPicture} onText={(text) => onText(text, 'read_from_picture')} />
      </div>
      <details className="fold needs-script">
        <summary className="summary-button">QR 살펴보기</summary>
        <div className="mt-4">
          <ScanQr onText={(text) => onText(text, 'typed')} />
        </div>
      </details>
      <LinkButton to="/scam-check/call" variant="outlined" full icon="phone">
        전화로 들은 말
      </LinkButton>
    </div>
  )
}
