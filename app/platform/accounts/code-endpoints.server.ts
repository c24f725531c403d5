import { AuthServerError, codeIsWrongOrOld, phoneIsTaken } from './auth-error.server'
import { requireFields, requirePhone, textCode, textOf, type Endpoint } from './endpoint.server'
import { addUser, attachPhone, findUser, findUserByPhone } from './users.server'

/** `POST /otp`: a code to sign in with. The user is made when the code comes back, not before. */
export const sendCode: Endpoint = async (parts, request) => {
  const fields = requireFields(request.body)
  const phone = requirePhone(fields.phone)
  const code = await parts.db.asAuthServer(async (tx) => {
    if (fields.create_user === false && !(await findUserByPhone(tx, phone)))
      throw new AuthServerError(422, 'otp_disabled', 'Signups not allowed for otp')
    return parts.codes.make(tx, phone, 'sms', null)
  })
  await textCode(parts, phone, code)
  return {}
}

/** `POST /resend`: a new code of the same kind to the same number. */
export const resendCode: Endpoint = async (parts, request) => {
  const phone = requirePhone(requireFields(request.body).phone)
  const code = await parts.db.asAuthServer(async (tx) => {
    const present = await parts.codes.find(tx, phone)
    return present && parts.codes.make(tx, phone, present.kind, present.user_id)
  })
  if (code) await textCode(parts, phone, code)
  return {}
}

/** `POST /verify`: the code for a session, and for the number itself when it was to be attached. */
export const verifyCode: Endpoint = async (parts, request) => {
  const fields = requireFields(request.body)
  const phone = requirePhone(fields.phone)
  const kind = fields.type
  if (kind !== 'sms' && kind !== 'phone_change')
    throw new AuthServerError(400, 'validation_failed', 'Verify requires a verification type')
  const claimant = await parts.sessions.requireClaims(request.bearer).then(
    (claims) => claims.sub,
    () => null,
  )
  // The try is counted in a transaction of its own, so that a refusal further on cannot give it back.
  const used = await parts.db.asAuthServer((tx) =>
    parts.codes.use(tx, phone, kind, textOf(fields.token), claimant),
  )
  if (!used) throw codeIsWrongOrOld()
  return parts.db.asAuthServer(async (tx) => {
    const now = parts.clock.now()
    const user = used.userId
      ? await attachPhone(tx, used.userId, phone, now)
      : ((await findUserByPhone(tx, phone)) ??
        (await addUser(tx, { phone, phoneConfirmed: true }, now)))
    if (!user) throw (await findUserByPhone(tx, phone)) ? phoneIsTaken() : codeIsWrongOrOld()
    if (!user.phone_confirmed_at) await attachPhone(tx, user.id, phone, now)
    return parts.sessions.begin(tx, (await findUser(tx, user.id)) ?? user, 'otp')
  })
}
