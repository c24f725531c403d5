import { timingSafeEqual } from 'node:crypto'
import { sql } from 'kysely'
import { AuthServerError, phoneIsTaken, userIsMissing } from './auth-error.server'
import {
  requireFields,
  requirePhone,
  textOf,
  type Endpoint,
  type EndpointParts,
  type EndpointRequest,
} from './endpoint.server'
import { hashPassword } from './password.server'
import { addUser, attachPhone, findUser, userJson, type UserRow } from './users.server'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

function requireAdmin(parts: EndpointParts, request: EndpointRequest) {
  const given = Buffer.from(request.bearer ?? '')
  const key = Buffer.from(parts.serviceKey)
  if (given.length !== key.length || !timingSafeEqual(given, key))
    throw new AuthServerError(403, 'not_admin', 'User not allowed')
}

function requireId(request: EndpointRequest): string {
  if (!uuid.test(request.id))
    throw new AuthServerError(404, 'validation_failed', 'user_id must be an UUID')
  return request.id
}

/** `GET /admin/users?page=&per_page=` */
export const listUsers: Endpoint = async (parts, request) => {
  requireAdmin(parts, request)
  const page = Math.max(1, Number(request.query.get('page')) || 1)
  const size = Math.min(1_000, Math.max(1, Number(request.query.get('per_page')) || 50))
  return parts.db.asAuthServer(async (tx) => {
    const { rows } = await sql<UserRow & { total: number }>`
      select *, count(*) over () as total from auth.users order by created_at, id
      limit ${size} offset ${(page - 1) * size}`.execute(tx)
    return Response.json(
      { users: rows.map(userJson), aud: 'authenticated' },
      { headers: { 'x-total-count': String(rows[0]?.total ?? 0) } },
    )
  })
}

/** `POST /admin/users {id?, phone, phone_confirm?, password?}` */
export const makeUser: Endpoint = async (parts, request) => {
  requireAdmin(parts, request)
  const fields = requireFields(request.body)
  const phone = requirePhone(fields.phone)
  const passwordHash = fields.password ? await hashPassword(textOf(fields.password)) : undefined
  return parts.db.asAuthServer(async (tx) => {
    const id =
      fields.id === undefined ? undefined : requireId({ ...request, id: textOf(fields.id) })
    const user = await addUser(
      tx,
      { id, phone, phoneConfirmed: fields.phone_confirm === true, passwordHash },
      parts.clock.now(),
    )
    if (!user) throw phoneIsTaken()
    return userJson(user)
  })
}

/** `GET /admin/users/:id` */
export const showAnyUser: Endpoint = async (parts, request) => {
  requireAdmin(parts, request)
  const user = await parts.db.asAuthServer((tx) => findUser(tx, requireId(request)))
  if (!user) throw userIsMissing(404)
  return userJson(user)
}

/** `PUT /admin/users/:id {phone?, password?}` */
export const changeAnyUser: Endpoint = async (parts, request) => {
  requireAdmin(parts, request)
  const fields = requireFields(request.body)
  const id = requireId(request)
  const passwordHash = fields.password ? await hashPassword(textOf(fields.password)) : null
  return parts.db.asAuthServer(async (tx) => {
    const now = parts.clock.now()
    if (!(await findUser(tx, id))) throw userIsMissing(404)
    if (fields.phone && !(await attachPhone(tx, id, requirePhone(fields.phone), now)))
      throw phoneIsTaken()
    const { rows } = await sql<UserRow>`
      update auth.users set updated_at = ${now},
        encrypted_password = coalesce(${passwordHash}, encrypted_password)
      where id = ${id} returning *`.execute(tx)
    if (!rows[0]) throw userIsMissing(404)
    return userJson(rows[0])
  })
}

/** `DELETE /admin/users/:id`: with every session and code. */
export const removeUser: Endpoint = async (parts, request) => {
  requireAdmin(parts, request)
  const { rows } = await parts.db.asAuthServer((tx) =>
    sql<UserRow>`delete from auth.users where id = ${requireId(request)} returning *`.execute(tx),
  )
  if (!rows[0]) throw userIsMissing(404)
  return userJson(rows[0])
}
