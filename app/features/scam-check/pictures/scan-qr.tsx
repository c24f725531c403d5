import { Button } from '~/ui/button'
import { FieldError } from '~/ui/field-error'
import { FileButton } from '~/ui/file-button'
import { StatusLine } from '~/ui/status-line'
import { scanFailures, useScanning } from './use-scanning'

interface ScanQrProps {
  /** What the code says, letter by letter: it opens nothing. */
  onText: (text: string) => void
}

/** Reads a QR code with the camera or from a picture, without following it. */
export function ScanQr({ onText }: ScanQrProps) {
  const { scanning, video, openCamera, choose, stop } = useScanning(onText)
  const failure = scanning.step === 'failed' ? scanFailures[scanning.why] : undefined
  const isOpen = scanning.step === 'camera'
  return (
    <div className="grid gap-3">
      {isOpen ? (
        <>
          <p className="text-body">QR이 화면 안에 다 들어오게 비춰 주세요. 저절로 읽어요.</p>
          <video ref={video} muted playsInline className="photo" aria-label="카메라 화면" />
          <Button type="button" full onClick={stop}>
            그만 비추기
          </Button>
        </>
      ) : (
        <Button type="button" full big icon="camera" onClick={() => void openCamera()}>
          카메라로 QR 읽기
        </Button>
      )}
      <div role="alert">
        <FieldError id="scan-qr-error" error={failure} />
      </div>
      <FileButton
        id="scan-qr"
        accept="image/*"
        icon="picture"
        onPick={(picture) => void choose(picture)}
        aria-describedby={failure ? 'scan-qr-error' : undefined}
      >
        사진에서 QR 읽기
      </FileButton>
      <StatusLine
        holdsRoom={false}
        icon={scanning.step === 'picture' ? 'hourglass' : 'check'}
        text={
          scanning.step === 'picture'
            ? 'QR을 찾는 중이에요.'
            : scanning.step === 'found'
              ? scanning.words
              : undefined
        }
      />
    </div>
  )
}
