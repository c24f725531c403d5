import type { ActionFunctionArgs } from '@remix-run/node'
import { catalogHandlers } from '../catalog.server'
import { receiveOutbox } from '../receive-outbox.server'

/** Where every phone sends what was done on it; see `~/offline/outbox/wire`. */
export async function action({ context, request }: ActionFunctionArgs) {
  try {
    return await receiveOutbox(context, catalogHandlers, await request.text())
  } catch (error) {
    const status = error instanceof Response ? error.status : 500
    if (!(error instanceof Response)) context.log.error(error)
    return Response.json({ v: 1, error: 'try_later' }, { status: status < 500 ? status : 503 })
  }
}
