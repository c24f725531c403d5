import { Form, useNavigation } from '@remix-run/react'
import { Button } from '~/ui/button'
import { ConsentWords } from './consent-words'
import { beginsInWords, roleLabels, roleWords } from './helping/help-words'
import type { LinkedRelative } from './list-relatives.server'
import { kindWords } from './shared-kinds'

const busyWords = { each: '적는 중이에요', nothing: '적는 중이에요' } as const

/** What was given half a year ago, once more under today's words, or nothing: both buttons alike. */
export function AskAgain({ relative }: { relative: LinkedRelative }) {
  const { linkId, name, phone, lastGiven, helpsFrom } = relative
  const sending = useNavigation().formData
  const answer = (preset: keyof typeof busyWords, words: string) => {
    const isSending = sending?.get('link') === linkId && sending.get('preset') === preset
    return (
      <Form method="post" action="/me/family">
        <input type="hidden" name="intent" value="renew" />
        <input type="hidden" name="preset" value={preset} />
        {helpsFrom === null ? null : <input type="hidden" name="role" value="help" />}
        {lastGiven.map((kind) => (
          <input type="hidden" key={kind} name="kind" value={kind} />
        ))}
        <Button
          variant="outlined"
          full
          name="link"
          value={linkId}
          busy={isSending ? busyWords[preset] : undefined}
        >
          {words}
        </Button>
      </Form>
    )
  }
  return (
    <div className="grid gap-3">
      <p className="text-body font-bold">여섯 달이 되어 다시 여쭤요. 거절해도 괜찮아요.</p>
      <ConsentWords name={name} phone={phone} />
      <div className="text-body">
        <p className="font-bold">지난번에 고르신 것</p>
        <ul className="grid gap-2">
          {lastGiven.map((kind) => (
            <li key={kind}>
              <span className="font-bold">{kindWords[kind].label}</span>: {kindWords[kind].detail}
            </li>
          ))}
          {helpsFrom === null ? null : (
            <li>
              <span className="font-bold">{roleLabels.help}</span>:{' '}
              {roleWords(beginsInWords(helpsFrom)).help}
            </li>
          )}
        </ul>
      </div>
      <p className="text-body font-bold">
        {helpsFrom === null
          ? '앞으로 여섯 달 더 보여 줄까요?'
          : '앞으로 여섯 달 더 보여 주고, 약도 계속 돕게 할까요?'}
      </p>
      {answer('each', '보여 줄게요')}
      {answer('nothing', '아니요')}
    </div>
  )
}
