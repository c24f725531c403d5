import type { ClientActionFunctionArgs, ShouldRevalidateFunctionArgs } from '@remix-run/react'
import type { Returned } from '~/features/medication/forms/record-form.server'
import { valuesOf } from '~/features/medication/forms/form-values'
import { isAnswerOfServer } from '~/offline/kept-or'

export const noNetworkWords =
  '지금은 인터넷이 안 돼 저장하지 못했어요. 적으신 것은 그대로 있어요. 조금 뒤 다시 눌러 주세요.'

const notSent = [{ fieldId: 'content', message: noNetworkWords }]

/** `clientAction` of a page that needs a network: where the server does not answer, what was typed stays. */
export async function sendOrStay({
  request,
  serverAction,
}: ClientActionFunctionArgs): Promise<Returned> {
  const form = await request.clone().formData()
  try {
    return await serverAction<Returned>()
  } catch (failure) {
    if (isAnswerOfServer(failure)) throw failure
    return { errors: notSent, values: valuesOf(form) }
  }
}

/** Nothing is loaded anew after what did not arrive. */
export const unlessNotSent = ({
  actionResult,
  defaultShouldRevalidate,
}: ShouldRevalidateFunctionArgs): boolean =>
  (actionResult as Returned | undefined)?.errors === notSent ? false : defaultShouldRevalidate
