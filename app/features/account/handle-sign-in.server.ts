import { demoPeople } from '~/features/trial/demo-people'
import type { RequestContext } from '~/platform/context.server'
import { findCode, parsePhone } from '~/platform/accounts/phone'
import type { SendCodeResult, VerifyCodeResult } from '~/platform/session/session.server'

export type SignInOutcome =
  | { step: 'done' }
  | { step: 'question' }
  | { step: 'phone' | 'code'; phone: string; error?: { fieldId: string; message: string } }

const sendSentences: Record<Extract<SendCodeResult, { sent: false }>['reason'], string> = {
  too_many: '여러 번 받으셨어요. 번호를 지키려고 멈췄어요. 한 시간 뒤에 받아 주세요.',
  tried_too_often: '숫자가 다섯 번 달랐어요. 번호를 지키려고 멈췄어요. 10분 뒤에 받아 주세요.',
  none_left_today: '오늘은 문자를 더 보낼 수 없어요. 저희 쪽 문제예요. 내일 다시 눌러 주세요.',
  not_allowed: '이 번호로는 보낼 수 없어요. 010 번호만 받아요. 다른 번호를 넣어 주세요.',
  unavailable: '문자를 보내지 못했어요. 저희 쪽 문제예요. 조금 뒤에 다시 눌러 주세요.',
}

type Refusal = Exclude<Extract<VerifyCodeResult, { verified: false }>['reason'], 'asked'>

const verifySentences: Record<Refusal, string> = {
  wrong: '숫자가 달라요. 문자에 온 여섯 자리와 달랐어요. 다시 넣어 주세요.',
  expired: '인증번호가 오래됐어요. 5분이 지났어요. 다시 받기를 눌러 주세요.',
  too_many: '숫자가 다섯 번 달랐어요. 10분 뒤에 새 번호를 받을 수 있어요.',
  unavailable: '확인하지 못했어요. 저희 쪽 문제예요. 조금 뒤에 다시 눌러 주세요.',
}

/** One step of signing in: asks for a code, checks it, or becomes a demo person (trial only). */
export async function handleSignIn(
  context: RequestContext,
  form: FormData,
): Promise<SignInOutcome> {
  const intent = form.get('intent')
  if (intent === 'demo') return signInAsDemo(context, String(form.get('demo')))
  const typed = String(form.get('phone') ?? '')
  const phone = parsePhone(typed, context.env.PHONE_PREFIXES)
  if (!phone.ok) return refused('phone', typed, 'phone', phone.message)
  if (intent === 'verify') return verify(context, phone.phone, String(form.get('code') ?? ''))
  const result = await context.session.sendCode(phone.phone)
  return result.sent
    ? { step: 'code', phone: phone.phone }
    : refused('phone', typed, 'phone', sendSentences[result.reason])
}

async function verify(
  context: RequestContext,
  phone: string,
  typed: string,
): Promise<SignInOutcome> {
  const code = findCode(typed)
  if (code === null)
    return refused(
      'code',
      phone,
      'code',
      '숫자가 모자라요. 여섯 자리예요. 문자를 보고 넣어 주세요.',
    )
  const result = await context.session.verifyCode(phone, code)
  if (result.verified) return { step: 'done' }
  if (result.reason === 'asked') return { step: 'question' }
  return refused('code', phone, 'code', verifySentences[result.reason])
}

async function signInAsDemo(context: RequestContext, id: string): Promise<SignInOutcome> {
  const person = demoPeople.find((each) => each.id === id)
  if (!person || context.env.GYEOTE_MODE !== 'trial') return { step: 'phone', phone: '' }
  await context.session.enterAsDemo(person)
  return { step: 'done' }
}

const refused = (
  step: 'phone' | 'code',
  phone: string,
  fieldId: string,
  message: string,
): SignInOutcome => ({ step, phone, error: { fieldId, message } })
