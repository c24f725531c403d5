import { sql } from 'kysely'
import { AuthServerError, phoneIsTaken } from './auth-error.server'
import { requireFields, requirePhone, textCode, textOf, type Endpoint } from './endpoint.server'
import { passwordFits } from './password.server'
import { addUser, findUser, findUserByPhone, userJson } from './users.server'

/** `POST /signup` without a number or password: an anonymous user. */
export const signUp: Endpoint = async (parts, request) => {
  const fields = requireFields(request.body)
  if (fields.phone || fields.email || fields.password)
    throw new AuthServerError(422, 'signup_disabled', 'Only anonymous users sign up here')
  return parts.db.asAuthServer(async (tx) => {
    const user = await addUser(tx, { anonymous: true }, parts.clock.now())
    if (!user) throw new Error('a new anonymous user was not made')
    return parts.sessions.begin(tx, user, 'anonymous')
  })
}

/** `POST /token`: `grant_type=refresh_token`, or `password` for accounts that an operator gave one. */
export const grantToken: Endpoint = async (parts, request) => {
  const fields = requireFields(request.body)
  const grant = request.query.get('grant_type')
  if (grant === 'refresh_token') {
    const answer = await parts.db.asAuthServer((tx) =>
      parts.sessions.refresh(tx, textOf(fields.refresh_token)),
    )
    if (answer instanceof AuthServerError) throw answer
    return answer
  }
  if (grant !== 'password')
    throw new AuthServerError(400, 'validation_failed', 'unsupported_grant_type')
  const phone = requirePhone(fields.phone)
  const user = await parts.db.asAuthServer((tx) => findUserByPhone(tx, phone))
  const fits = await passwordFits(textOf(fields.password), user?.encrypted_password ?? '')
  if (!user || !fits)
    throw new AuthServerError(400, 'invalid_credentials', 'Invalid login credentials')
  return parts.db.asAuthServer((tx) => parts.sessions.begin(tx, user, 'password'))
}

/** `GET /user` */
export const showUser: Endpoint = (parts, request) =>
  parts.db.asAuthServer(async (tx) =>
    userJson((await parts.sessions.requireUser(tx, request.bearer)).user),
  )

/** `PUT /user`: a new number sends it a code, and becomes the user's when that comes back. */
export const changeUser: Endpoint = async (parts, request) => {
  const fields = requireFields(request.body)
  const phone = fields.phone === undefined ? null : requirePhone(fields.phone)
  const { user, code } = await parts.db.asAuthServer(async (tx) => {
    const found = await parts.sessions.requireUser(tx, request.bearer)
    if (!phone || phone === found.user.phone) return { user: found.user, code: null }
    if (await findUserByPhone(tx, phone)) throw phoneIsTaken()
    const now = parts.clock.now()
    await sql`update auth.users set phone_change = ${phone}, updated_at = ${now}
      where id = ${found.user.id}`.execute(tx)
    const made = await parts.codes.make(tx, phone, 'phone_change', found.user.id)
    return { user: (await findUser(tx, found.user.id)) ?? found.user, code: made }
  })
  if (phone && code) await textCode(parts, phone, code)
  return userJson(user)
}

/** `POST /logout?scope=global|local|others` */
export const signOut: Endpoint = async (parts, request) => {
  const scope = request.query.get('scope') ?? 'global'
  if (!['global', 'local', 'others'].includes(scope))
    throw new AuthServerError(400, 'validation_failed', 'Unsupported logout scope')
  await parts.db.asAuthServer(async (tx) => {
    const { user, sessionId } = await parts.sessions.requireUser(tx, request.bearer)
    await parts.sessions.end(tx, { userId: user.id, sessionId }, scope)
  })
  return new Response(null, { status: 204 })
}
