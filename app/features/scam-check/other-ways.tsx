import type { ReactNode } from 'react'
import { LinkButton } from '~/ui/link-button'
import { ScanQr } from './pictures/scan-qr'

interface OtherWaysProps {
  /** What a QR code says. */
  onCode: (text: string) => void
  /** The way by a picture. */
  children: ReactNode
}

/** Whatever brings a message here besides typing. */
export function OtherWays({ onCode, children }: OtherWaysProps) {
  return (
    <div className="grid gap-3">
      <div className="needs-script">{children}</div>
      <details className="fold needs-script">
        <summary className="summary-button">QR 살펴보기</summary>
        <div className="mt-4">
          <ScanQr onText={onCode} />
        </div>
      </details>
      <LinkButton to="/scam-check/call" variant="outlined" full icon="phone">
        전화로 들은 말
      </LinkButton>
    </div>
  )
}
