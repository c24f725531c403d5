import { Form } from '@remix-run/react'
import { useRef, useState, type FormEvent } from 'react'
import { Button } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { TextArea } from '~/ui/text-area'
import { thisPhone } from '~/offline/this-phone'
import { CameNotice } from './pictures/came-notice'
import { ReadPicture } from './pictures/read-picture'
import { ReadingProgress } from './pictures/reading-progress'
import { isUnderWay, useReading } from './pictures/use-reading'
import { useSharedPicture } from './pictures/use-shared-picture'
import { OtherWays } from './other-ways'
import type { Typed } from './reading'
import { forgetSharedPicture } from './shared-picture'
import { WillBeTold } from './alert/will-be-told'
import { ScriptlessMark, ScriptlessWords } from './scriptless'
import { troubleWords } from './trouble-words'
import type { Check, CheckState } from './use-check'
import { usePictureFirst } from './use-picture-first'
import type { CheckOrigin } from './verdict/verdict'

interface MessageFormProps {
  state: Extract<CheckState, { shows: 'form' }>
  type: Check['type']
  ask: Check['ask']
}

/** A message to be checked: pasted, typed, or brought by another way. */
export function MessageForm({ state: { typed, trouble, busy }, type, ask }: MessageFormProps) {
  const form = useRef<HTMLFormElement>(null)
  const [said, setSaid] = useState<string>()
  const error = trouble && troubleWords.message[trouble]
  const field = () => form.current?.elements.namedItem('text') as HTMLTextAreaElement | undefined
  const origin = useRef(typed.origin)
  const [picture, setPicture] = useState(typed.picture)
  const [isShared, setShared] = useState(typed.picture === 'waiting')
  const now = (): Typed => {
    const text = field()?.value ?? ''
    if (text === '') origin.current = 'typed'
    return { ...typed, text, picture, origin: origin.current }
  }

  const put = (text: string, from: CheckOrigin = 'typed') => {
    const area = field()
    if (!area) return
    area.value = text
    origin.current = from
    setPicture(null)
    type({ ...now(), picture: null })
  }
  /** Shown in the field first: what a machine read is put right by the person. */
  const bring = (text: string, from: CheckOrigin) => {
    const sentAlong = picture || isShared ? (field()?.value.trim() ?? '') : ''
    put([sentAlong, text].filter(Boolean).join('\n'), from)
    field()?.scrollIntoView({ block: 'center' })
  }
  const paste = async () => {
    try {
      const text = await navigator.clipboard.readText()
      if (text.trim() === '') return setSaid('복사해 둔 글이 없어요.')
      reader.stop()
      put(text)
      setSaid('붙여 넣었어요.')
    } catch {
      field()?.focus()
      setSaid('글 칸을 길게 눌러 붙여 넣으세요.')
    }
  }
  const setUnread = () => {
    if (!picture) return
    setPicture('unread')
    type({ ...now(), picture: 'unread' })
  }
  const reader = useReading(
    {
      onText: (text) => bring(text, 'read_from_picture'),
      onCode(text) {
        forgetShared()
        bring(text, 'typed')
      },
      onBegin() {
        forgetShared()
        setUnread()
      },
    },
    isShared ? 'opening' : 'idle',
  )
  useSharedPicture(typed.picture === 'waiting', (file, mayBeCode) => {
    if (!file) setUnread()
    return reader.choose(file, mayBeCode)
  })
  const { isAwaited, submit } = usePictureFirst(reader.reading, () => ask(now()))
  const isReading = isUnderWay(reader.reading)
  const doing = busy ? '살펴보는 중' : isAwaited && isReading ? '읽는 중' : undefined
  // Of one that is being read, or just failed, more is said beside it.
  const isNoticed = picture !== 'unread' || !(isReading || reader.reading.step === 'failed')
  const look = (event: FormEvent) => {
    event.preventDefault()
    if (!doing) submit()
  }

  return (
    <Form ref={form} method="post" onSubmit={look} noValidate className="grid gap-4">
      <ScriptlessMark />
      <ErrorSummary
        title="한 번 더 봐 주세요"
        errors={error ? [{ fieldId: 'text', message: error }] : []}
      />
      {picture && isNoticed ? <CameNotice picture={picture} /> : null}
      {isShared ? (
        <div className="needs-script">
          <ReadingProgress reader={reader} isAwaited={isAwaited} mayResume />
        </div>
      ) : null}
      <div className="needs-script">
        {/* Seen as the hint of the field, where there is room for it. */}
        <p role="status" className="sr-only">
          {said}
        </p>
        <Button type="button" variant="outlined" full icon="paste" onClick={() => void paste()}>
          붙여 넣기
        </Button>
      </div>
      <TextArea
        name="text"
        label="받은 글"
        hint={said ?? '문자나 카톡을 그대로 넣으세요.'}
        rows={4}
        defaultValue={typed.text}
        error={error}
        onChange={() => type(now())}
        autoComplete="off"
      />
      <Button variant="primary" big full icon="look" busy={doing}>
        살펴보기
      </Button>
      <p className="needs-script text-caption text-soft">
        이 휴대폰 안에서만 살펴봐요. 글은 밖으로 안 나가요.
      </p>
      <WillBeTold />
      <ScriptlessWords />
      <OtherWays
        onCode={(text) => {
          reader.stop()
          bring(text, 'typed')
        }}
      >
        <ReadPicture
          reader={reader}
          isAwaited={isAwaited}
          isShownElsewhere={isShared}
          onPick={() => setShared(false)}
        />
      </OtherWays>
    </Form>
  )
}

const forgetShared = () => void thisPhone().withStore((store) => forgetSharedPicture(store))
