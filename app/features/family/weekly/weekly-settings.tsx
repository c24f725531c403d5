import { Form, useNavigation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { Button } from '~/ui/button'
import { Card } from '~/ui/card'
import { CodeField } from '~/ui/code-field'
import { Field } from '~/ui/field'
import { Notice } from '~/ui/notice'
import type { WeeklyChoice } from './choose-weekly.server'
import { TurnOnPush } from './turn-on-push'

/** What was wrong with a form of this page, with what was typed. */
export interface WeeklyWrong {
  field: 'email' | 'code'
  typed: string
  message: string
}

interface WeeklySettingsProps {
  choice: WeeklyChoice
  /** Whether e-mail can be sent at all. */
  canMail: boolean
  wrong: WeeklyWrong | undefined
}

/** How the week comes, and off in one tap. */
export function WeeklySettings({ choice, canMail, wrong }: WeeklySettingsProps) {
  const { way, asked } = choice
  return (
    <section aria-labelledby="weekly" className="grid gap-4">
      <h2 id="weekly" className="text-h2 font-bold">
        일요일마다 받기
      </h2>
      {way ? (
        <WeeklyOn choice={choice} />
      ) : (
        <p className="text-body">일요일 저녁 7시에 알려 드려요. 언제든 한 번에 끌 수 있어요.</p>
      )}
      {asked ? <CodeForm asked={asked} wrong={wrong} /> : null}
      {way === 'push' ? null : <TurnOnPush />}
      {canMail ? <EmailForm isOn={way === 'email'} wrong={wrong} /> : null}
    </section>
  )
}

/** What is on, and the one tap that turns it off; the same on every page. */
export function WeeklyOn({ choice: { way, email, error } }: Pick<WeeklySettingsProps, 'choice'>) {
  return (
    <Card as="div">
      <p className="text-body font-bold">일요일 저녁 7시에 한 주 소식을 보내 드려요.</p>
      <p className="text-body">{way === 'email' ? email : '휴대폰 알림으로 가요.'}</p>
      {error ? (
        <div className="mt-3">
          <Notice kind="caution" title={problems[error].title} titleAs="p">
            {problems[error].what}
          </Notice>
        </div>
      ) : null}
      <Form method="post" action="/family/week" className="mt-3">
        <Button variant="outlined" full name="intent" value="off">
          그만 받기
        </Button>
      </Form>
    </Card>
  )
}

const problems: Record<NonNullable<WeeklyChoice['error']>, { title: string; what: ReactNode }> = {
  refused: {
    title: '지난번에는 못 보냈어요.',
    what: '이 주소가 메일을 받지 않았어요. 주소를 다시 적어 주세요.',
  },
  no_phone: {
    title: '지난번에는 못 보냈어요.',
    what: '알림을 받을 휴대폰이 없었어요. 그만 받기를 누르고 다시 켜 주세요.',
  },
}

function EmailForm({ isOn, wrong }: { isOn: boolean; wrong: WeeklyWrong | undefined }) {
  const sending = useNavigation().formData?.get('intent') === 'email'
  const mine = wrong?.field === 'email' ? wrong : undefined
  return (
    <Form method="post" action="/family/week" className="grid gap-4" noValidate>
      <input type="hidden" name="intent" value="email" />
      <Field
        name="email"
        type="email"
        inputMode="email"
        autoComplete="email"
        label={isOn ? '다른 이메일 주소' : '이메일 주소'}
        hint="메일에 드신 횟수와 배움이 적혀요. 혼자 보는 주소를 적어 주세요."
        defaultValue={mine?.typed}
        error={mine?.message}
      />
      <Button variant="outlined" full busy={sending ? '보내는 중이에요' : undefined}>
        이메일로 받기
      </Button>
    </Form>
  )
}

function CodeForm({ asked, wrong }: { asked: string; wrong: WeeklyWrong | undefined }) {
  const looking = useNavigation().formData?.get('intent') === 'code'
  const mine = wrong?.field === 'code' ? wrong : undefined
  return (
    <Form method="post" action="/family/week" className="grid gap-4" noValidate>
      <input type="hidden" name="intent" value="code" />
      <p className="text-body font-bold">{asked}로 숫자를 보냈어요.</p>
      <CodeField
        name="code"
        label="메일로 온 여섯 자리"
        hint="10분 안에 넣어 주세요."
        error={mine?.message}
      />
      <Button variant="primary" full busy={looking ? '보는 중이에요' : undefined}>
        확인하기
      </Button>
    </Form>
  )
}
