import { Form } from '@remix-run/react'
import { Button } from '~/ui/button'
import { ChoiceGroup } from '~/ui/choice-group'
import { readLook, textSizes } from '~/ui/look'
import { useLook } from './use-look'

const words: Record<(typeof textSizes)[number], string> = {
  100: '보통',
  130: '조금 크게',
  160: '크게',
  200: '아주 크게',
}

/** The size of all words, on the spot. Without JavaScript the button sends it. */
export function TextSizeChoice({ back }: { back: string }) {
  const [look, changeLook] = useLook()
  return (
    <Form method="post" action="/me/look" className="grid gap-3">
      <input type="hidden" name="back" value={back} />
      <ChoiceGroup
        name="textSize"
        legend="글씨 크기"
        columns={2}
        choices={textSizes.map((size) => ({ value: String(size), label: words[size] }))}
        defaultValue={String(look.textSize)}
        onChange={(textSize) => changeLook({ textSize: readLook({ textSize }).textSize })}
      />
      <noscript>
        <Button variant="outlined">바꾸기</Button>
      </noscript>
    </Form>
  )
}
