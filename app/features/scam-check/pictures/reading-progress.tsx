import { useEffect, useRef } from 'react'
import { Button } from '~/ui/button'
import { FieldError } from '~/ui/field-error'
import { Notice } from '~/ui/notice'
import { StatusLine } from '~/ui/status-line'
import { askWords, offlineWords, readingFailures } from './reading-words'
import { ShareBar } from './share-bar'
import { isUnderWay, type Reader, type Reading } from './use-reading'

interface ReadingProgressProps {
  reader: Reader
  /** The person has asked for a verdict, which waits for the words of the picture. */
  isAwaited?: boolean
  /** What was chosen can be read once more after it was stopped. */
  mayResume?: boolean
}

/** How far the reading is, what it asks, and what came of it. */
export function ReadingProgress({
  reader: { reading, chosen, choose, fetchAndRead, stop },
  isAwaited = false,
  mayResume = false,
}: ReadingProgressProps) {
  const box = useRef<HTMLDivElement>(null)
  const { step } = reading
  const isAsking = step === 'asking'
  const failure = step === 'failed' ? readingFailures[reading.why] : undefined
  const isStopped = step === 'idle' || step === 'offline' || failure === readingFailures.no_network
  useEffect(() => {
    if (!isAwaited || !isAsking) return
    // From its beginning: in large letters it is longer than the screen.
    box.current?.focus({ preventScroll: true })
    box.current?.scrollIntoView({ block: 'start' })
  }, [isAwaited, isAsking])
  return (
    <div ref={box} tabIndex={-1} className="grid gap-3">
      <div role="alert">
        <FieldError id="read-picture-error" error={failure} />
      </div>
      {isAsking ? (
        <Notice kind="info" title={askWords.title} titleAs="h2" live="polite">
          {isAwaited ? <p className="font-bold">{askWords.first}</p> : null}
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
      {step === 'offline' ? (
        <Notice kind="offline" live="polite">
          <p>{offlineWords}</p>
        </Notice>
      ) : null}
      {isUnderWay(reading) && 'share' in reading ? (
        <>
          <ShareBar
            label={step === 'fetching' ? '받는 중이에요' : '글자를 읽는 중이에요'}
            share={reading.share}
          />
          {isAwaited ? <p className="text-body">다 읽으면 바로 살펴봐 드려요.</p> : null}
          <Button type="button" full onClick={stop}>
            그만두기
          </Button>
        </>
      ) : null}
      <StatusLine
        holdsRoom={false}
        icon={step === 'seeking' ? 'hourglass' : 'check'}
        text={step === 'code' ? reading.words : statusWords[step]}
      />
      {mayResume && (isStopped || step === 'code') && chosen ? (
        <Button type="button" full icon="picture" onClick={() => void choose(chosen)}>
          {step === 'code' ? '글자도 읽기' : '이 사진 읽기'}
        </Button>
      ) : null}
    </div>
  )
}

const statusWords: Partial<Record<Reading['step'], string>> = {
  seeking: 'QR을 찾는 중이에요.',
  read: '다 읽었어요. 틀린 글자는 고쳐 주세요.',
}
