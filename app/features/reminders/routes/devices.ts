import type { ActionFunctionArgs } from '@remix-run/node'
import { answerPhone, done, needsSession, readJson, refuseTooMany } from '../answer-phone.server'
import {
  claimPushDevice,
  releasePushDevice,
  type DeviceError,
} from '../subscription/push-device.server'

const statuses: Record<DeviceError, number> = {
  bad_subscription: 400,
  gone: 409,
  push_host_unknown: 422,
}

/** `POST /reminders/devices` with a push subscription: this phone is reminded; `DELETE`: it is no longer. */
export async function action({ context, request }: ActionFunctionArgs) {
  const personId = context.session.viewer?.personId
  if (!personId) return needsSession()
  const refused = await refuseTooMany(context, 'pushDevicePerPerson', personId)
  if (refused) return refused
  const body = await readJson(request)
  if (request.method === 'DELETE')
    return (await releasePushDevice(context, body))
      ? done()
      : answerPhone(400, { error: 'bad_subscription' })
  if (request.method !== 'POST') return answerPhone(405, { error: 'bad_request' })
  const device = await claimPushDevice(context, body)
  if (device.claimed) return done()
  return answerPhone(statuses[device.error], { error: device.error })
}
