import { Form, useNavigation } from '@remix-run/react'
import { Button } from '~/ui/button'
import { CodeField } from '~/ui/code-field'
import { Field } from '~/ui/field'

interface Props {
  phone?: string
  error?: string
}

/** First step: the number. */
export function PhoneForm({ phone, error }: Props) {
  const sending = useNavigation().formData?.get('intent') === 'send'
  return (
    <Form method="post" className="grid gap-4" noValidate>
      <input type="hidden" name="intent" value="send" />
      <Field
        name="phone"
        type="tel"
        inputMode="tel"
        autoComplete="tel"
        label="전화번호"
        hint="010부터 11자리예요."
        defaultValue={phone}
        error={error}
      />
      <Button variant="primary" full busy={sending ? '보내는 중이에요' : undefined}>
        인증번호 받기
      </Button>
    </Form>
  )
}

/** Second step: the six digits of the text message. The number stays in the form, never in an address. */
export function CodeForm({ phone, error }: Props) {
  const intent = useNavigation().formData?.get('intent')
  return (
    <div className="grid gap-4">
      <Form method="post" className="grid gap-4" noValidate>
        <input type="hidden" name="intent" value="verify" />
        <input type="hidden" name="phone" value={phone} />
        <CodeField
          name="code"
          label="인증번호 여섯 자리"
          hint="문자로 온 숫자를 5분 안에 넣어 주세요."
          error={error}
        />
        <Button variant="primary" full busy={intent === 'verify' ? '보는 중이에요' : undefined}>
          확인하기
        </Button>
      </Form>
      <Form method="post">
        <input type="hidden" name="phone" value={phone} />
        <Button variant="quiet" full name="intent" value="send">
          다시 받기
        </Button>
      </Form>
    </div>
  )
}
