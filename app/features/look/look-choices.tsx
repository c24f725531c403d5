import { Form } from '@remix-run/react'
import { Button } from '~/ui/button'
import { ChoiceGroup } from '~/ui/choice-group'
import { readLook } from '~/ui/look'
import { useLook } from './use-look'

const themes = [
  { value: 'system', label: '휴대폰처럼', icon: 'device' },
  { value: 'light', label: '밝게', icon: 'sun' },
  { value: 'dark', label: '어둡게', icon: 'moon' },
  { value: 'contrast', label: '또렷하게', icon: 'contrast' },
] as const

const rates = [
  { value: '0.7', label: '천천히' },
  { value: '0.9', label: '보통' },
  { value: '1.1', label: '빠르게' },
] as const

/** Colours, and how fast a card is read aloud. */
export function LookChoices() {
  const [look, changeLook] = useLook()
  return (
    <Form method="post" action="/me/look" className="grid gap-8">
      <input type="hidden" name="back" value="/me" />
      <ChoiceGroup
        name="theme"
        legend="화면 색"
        columns={2}
        choices={themes}
        defaultValue={look.theme}
        onChange={(theme) => changeLook({ theme: readLook({ theme }).theme })}
      />
      <ChoiceGroup
        name="speechRate"
        legend="읽어 주는 빠르기"
        choices={rates}
        defaultValue={String(look.speechRate)}
        onChange={(speechRate) => changeLook({ speechRate: readLook({ speechRate }).speechRate })}
      />
      <noscript>
        <Button variant="outlined">바꾸기</Button>
      </noscript>
    </Form>
  )
}
