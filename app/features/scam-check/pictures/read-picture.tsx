import { Button } from '~/ui/button'
import { FieldError } from '~/ui/field-error'
import { FileButton } from '~/ui/file-button'
import { Notice } from '~/ui/notice'
import { StatusLine } from '~/ui/status-line'
import { thisPhone } from '~/offline/this-phone'
import { forgetSharedPicture } from '../shared-picture'
import { askWords, offlineWords, readingFailures } from './reading-words'
import { ShareBar } from './share-bar'
import { useReading } from './use-reading'
import { useSharedPicture } from './use-shared-picture'

interface ReadPictureProps {
  /** One that another app shared waits on the phone. */
  hasShared?: boolean
  /** What was read, to be corrected by the person: its origin is `read_from_picture`. */
  onText: (text: string) => void
}

/** Reads the words of a screenshot or a photo on the phone itself. */
export function ReadPicture({ hasShared = false, onText }: ReadPictureProps) {
  const { reading, choose, fetchAndRead, stop } = useReading(onText, forgetShared)
  useSharedPicture(hasShared, choose)
  const isBusy = reading.step === 'fetching' || reading.step === 'reading'
  const failure = reading.step === 'failed' ? readingFailures[reading.why] : undefined
  return (
    <div className="grid gap-3">
      <FileButton
        id="read-picture"
        accept="image/*"
        icon="picture"
        disabled={isBusy}
        onPick={(picture) => void choose(picture)}
        aria-describedby={failure ? 'read-picture-error' : undefined}
      >
        사진에서 글자 읽기
      </FileButton>
      <div role="alert">
        <FieldError id="read-picture-error" error={failure} />
      </div>
      {reading.step === 'asking' ? (
        <Notice kind="info" title={askWords.title} titleAs="h2" live="polite">
          <p>{askWords.text}</p>
          <div className="mt-3 grid gap-3">
            <Button type="button" full onClick={() => void fetchAndRead(reading.picture)}>
              {askWords.yes}
            </Button>
            <Button type="button" full onClick={stop}>
              {askWords.no}
            </Button>
          </div>
        </Notice>
      ) : null}
      {reading.step === 'offline' ? (
        <Notice kind="offline" live="polite">
          <p>{offlineWords}</p>
        </Notice>
      ) : null}
      {isBusy ? (
        <>
          <ShareBar
            label={reading.step === 'fetching' ? '받는 중이에요' : '글자를 읽는 중이에요'}
            share={reading.share}
          />
          <Button type="button" full onClick={stop}>
            그만두기
          </Button>
        </>
      ) : null}
      <StatusLine
        holdsRoom={false}
        text={reading.step === 'read' ? '다 읽었어요. 틀린 글자는 고쳐 주세요.' : undefined}
      />
    </div>
  )
}

const forgetShared = () => void thisPhone().withStore((store) => forgetSharedPicture(store))
