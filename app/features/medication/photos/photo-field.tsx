import { useRef, useState, useSyncExternalStore } from 'react'
import { FieldError } from '~/ui/field-error'
import { FileButton } from '~/ui/file-button'
import { StatusLine } from '~/ui/status-line'
import { keepNewPhoto } from './keep-new-photo.client'
import { photoAlt } from './photo-picture'
import { sourceOf } from './use-photo'

interface PhotoFieldProps {
  /** In a form: the name under which the id of a taken photo goes along; empty when there is none. */
  name?: string
  legend?: string
  hint?: string
  /** On the first button. */
  takeWord?: string
  /** A picture is on the phone now, under this id; it has to be written down to be kept (`replacePhotos`). */
  onPhoto?: (photoId: string) => void
  /** Does not show what was taken, since the page does. */
  shownElsewhere?: boolean
  /** What else just happened. */
  said?: string
}

const unreadable = '이 사진은 열 수 없어요. 이 휴대폰이 모르는 방식이에요. 새로 찍어서 넣어 주세요.'

/**
 * Takes a picture or picks one, makes it small and keeps it on the phone. Nothing is shown without JavaScript:
 * the picture could not be made small, nor rid of the place where it was taken.
 */
export function PhotoField({
  name,
  legend = photoAlt,
  hint,
  takeWord = '사진 찍기',
  onPhoto,
  shownElsewhere = false,
  said,
}: PhotoFieldProps) {
  const [taken, setTaken] = useState<{ photoId: string; jpeg: string } | null>(null)
  const [state, setState] = useState<'idle' | 'busy' | 'unreadable'>('idle')
  const latest = useRef(0)
  const canTake = useSyncExternalStore(never, inBrowser, onServer)
  if (!canTake)
    return (
      <noscript>
        <p className="text-body">이 브라우저에서는 사진을 넣을 수 없어요.</p>
      </noscript>
    )

  async function take(file: File) {
    const turn = ++latest.current
    setState('busy')
    const photo = await keepNewPhoto(file).catch(() => 'unreadable' as const)
    if (turn !== latest.current) return
    if (photo === 'unreadable') return setState('unreadable')
    setState('idle')
    setTaken(photo)
    onPhoto?.(photo.photoId)
  }
  const id = name ?? 'photo'
  const isWrong = state === 'unreadable'
  const shown = shownElsewhere ? null : taken
  const pick = {
    accept: 'image/*',
    onPick: (file: File) => void take(file),
    'aria-describedby': isWrong ? `${id}-error` : undefined,
    'aria-invalid': isWrong || undefined,
  }
  return (
    <div
      role="group"
      aria-labelledby={`${id}-legend`}
      className={isWrong ? 'border-l-6 border-danger pl-3' : ''}
    >
      <p id={`${id}-legend`} className="text-body font-bold">
        {legend}
      </p>
      {hint ? <p className="text-caption text-soft">{hint}</p> : null}
      {name ? <input type="hidden" name={name} value={taken?.photoId ?? ''} /> : null}
      <div role="alert">
        <FieldError id={`${id}-error`} error={isWrong ? unreadable : undefined} />
      </div>
      {shown ? <img src={sourceOf(shown.jpeg)} alt={photoAlt} className="photo mt-2" /> : null}
      <div className="mt-2 grid gap-3">
        <FileButton {...pick} id={`${id}-camera`} icon="camera" capture="environment">
          {shown ? '다시 찍기' : takeWord}
        </FileButton>
        <FileButton {...pick} id={`${id}-album`} icon="picture">
          사진첩 열기
        </FileButton>
      </div>
      <StatusLine
        icon={state === 'busy' ? 'hourglass' : 'check'}
        text={
          state === 'busy'
            ? '사진을 넣는 중이에요.'
            : isWrong
              ? undefined
              : (said ?? (taken ? '사진을 넣었어요.' : undefined))
        }
      />
    </div>
  )
}

const never = () => () => undefined
const inBrowser = () => true
const onServer = () => false
