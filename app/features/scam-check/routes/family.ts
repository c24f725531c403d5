import type { LoaderFunctionArgs } from '@remix-run/node'
import { listFamilyToShow } from '../alert/list-family-to-show.server'

/** For the viewer's own phone: whom a danger may be shown, and who is told of it. Asked at every check. */
export async function loader({ context }: LoaderFunctionArgs) {
  const personId = context.session.viewer?.personId ?? null
  const family = personId === null ? [] : await context.asViewer(listFamilyToShow)
  return Response.json({ personId, family }, { headers: { 'Cache-Control': 'private, no-store' } })
}
