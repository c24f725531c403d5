import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { Button } from '~/ui/button'
import { LinkButton } from '~/ui/link-button'
import { Notice } from '~/ui/notice'
import { PageHead } from '~/ui/page-head'

export const meta: MetaFunction = () => [{ title: '이름 확인 · 곁에' }]

export async function loader({ context }: LoaderFunctionArgs) {
  const question = await context.session.findQuestion()
  if (!question) throw redirect('/sign-in')
  return { ...question, hasOwn: context.session.viewer !== null }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const answer = (await request.formData()).get('answer')
  if (answer !== 'yes' && answer !== 'no') return redirect('/sign-in/name', 303)
  const result = await context.session.answerQuestion(answer === 'yes')
  if (result.answered) return redirect('/', 303)
  // Answered in another tab, or the half hour is over: sign-in knows what is next.
  return result.reason === 'no_question' ? redirect('/sign-in', 303) : { reason: result.reason }
}

const troubles = {
  too_many: '여러 번 누르셨어요. 1분 뒤에 다시 눌러 주세요.',
  unavailable: '저희 쪽에 문제가 있어요. 조금 뒤에 다시 눌러 주세요.',
}

/** Both answers look alike: neither is the right one. */
export default function WhoseNumber() {
  const { maskedName, hasOwn } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const answering = useNavigation().formData?.get('answer')
  const button = (answer: 'yes' | 'no', words: string) => (
    <Button
      variant="outlined"
      full
      name="answer"
      value={answer}
      busy={answering === answer ? '여는 중이에요' : undefined}
    >
      {words}
    </Button>
  )
  return (
    <div className="grid gap-6">
      {maskedName ? (
        <>
          <PageHead title="이 이름이 맞으세요?" lead="이 번호를 전에 쓰던 분의 이름이에요." />
          <p className="text-verdict font-bold">{maskedName}</p>
        </>
      ) : (
        <PageHead title="이 번호로 쓰신 적 있으세요?" lead="이 번호로 곁에를 쓰던 분이 있었어요." />
      )}
      {failed ? (
        <Notice kind="caution" title="아직 열지 못했어요." live="polite">
          {troubles[failed.reason]}
        </Notice>
      ) : null}
      <p className="text-body">
        ‘네’를 누르시면 일주일 동안 약과 가족을 가려 두어요. 번호가 다른 분께 넘어왔을 수도
        있어서예요.
        {hasOwn ? ' 이 휴대폰에 적어 두신 것은 그 뒤에 옮겨 드려요.' : ''}
      </p>
      <Form method="post" className="grid gap-4">
        {button('yes', maskedName ? '네, 맞아요' : '네, 제가 썼어요')}
        {button('no', maskedName ? '아니요' : '아니요, 처음이에요')}
      </Form>
      {hasOwn ? (
        <LinkButton to="/" variant="quiet" full>
          나중에 답하기
        </LinkButton>
      ) : null}
    </div>
  )
}
