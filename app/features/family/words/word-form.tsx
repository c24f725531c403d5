import { Form, useNavigation } from '@remix-run/react'
import { useEffect, useState, type FormEvent } from 'react'
import { Button } from '~/ui/button'
import { Field } from '~/ui/field'
import { longestWord } from './check-word'

/** What stands in the fields of a page, by link: it outlives the hour without a network. */
export type Drafts = Map<string, string>

/** What came of sending, where it did not go. */
export interface NotSent {
  linkId: string
  typed: string
  message: string
}

export const noNetworkWords =
  '지금은 인터넷이 안 돼 못 보냈어요. 쓰신 말은 그대로 있어요. 조금 뒤 다시 눌러 주세요.'

interface WordFormProps {
  linkId: string
  /** What was sent to this senior today. */
  sent: string | null
  notSent: NotSent | undefined
  drafts: Drafts
}

/** One sentence a day, which the senior reads or hears on their first page. */
export function WordForm({ linkId, sent, notSent, drafts }: WordFormProps) {
  const { formData } = useNavigation()
  const [offline, setOffline] = useState(false)
  useEffect(() => {
    if (sent !== null) drafts.delete(linkId)
  }, [sent, drafts, linkId])
  if (sent !== null)
    return (
      <p className="text-body">
        오늘 보낸 한마디: <span className="font-bold">{sent}</span>
      </p>
    )
  const sending = formData?.get('intent') === 'word' && formData.get('link') === linkId
  const submit = (event: FormEvent<HTMLFormElement>) => {
    setOffline(!navigator.onLine)
    if (!navigator.onLine) event.preventDefault()
  }
  return (
    <Form method="post" className="grid gap-3" noValidate onSubmit={submit}>
      <input type="hidden" name="intent" value="word" />
      <input type="hidden" name="link" value={linkId} />
      <Field
        id={`words-${linkId}`}
        name="words"
        label="한마디 보내기"
        hint={`하루에 한 번, ${longestWord}자까지 보내요. 오늘 화면에서 읽고 들으실 수 있어요.`}
        autoComplete="off"
        defaultValue={drafts.get(linkId) ?? notSent?.typed}
        onChange={(event) => drafts.set(linkId, event.target.value)}
        error={offline ? noNetworkWords : notSent?.message}
      />
      <Button variant="outlined" full busy={sending ? '보내는 중이에요' : undefined}>
        보내기
      </Button>
    </Form>
  )
}
