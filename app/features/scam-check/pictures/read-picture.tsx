import { FileButton } from '~/ui/file-button'
import { ReadingProgress } from './reading-progress'
import { isUnderWay, type Reader } from './use-reading'

interface ReadPictureProps {
  reader: Reader
  /** How far it is stands elsewhere on the page. */
  isShownElsewhere?: boolean
  isAwaited?: boolean
  onPick?: () => void
}

/** Reads the words of a screenshot or a photo on the phone itself. */
export function ReadPicture({
  reader,
  isShownElsewhere = false,
  isAwaited,
  onPick,
}: ReadPictureProps) {
  const { reading, choose } = reader
  return (
    <div className="grid gap-3">
      <FileButton
        id="read-picture"
        accept="image/*"
        icon="picture"
        disabled={isUnderWay(reading)}
        onPick={(picture) => {
          onPick?.()
          void choose(picture)
        }}
        aria-describedby={reading.step === 'failed' ? 'read-picture-error' : undefined}
      >
        사진에서 글자 읽기
      </FileButton>
      {isShownElsewhere ? null : <ReadingProgress reader={reader} isAwaited={isAwaited} />}
    </div>
  )
}
