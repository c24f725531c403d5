import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireViewer } from '~/platform/session/require-viewer.server'
import { findVersion } from '../find-version.server'

/** What an open page of the family looks at every 10 s: `{ version }`, and nothing of anybody. */
export async function loader({ context }: LoaderFunctionArgs) {
  requireViewer(context)
  const version = await context.asViewer(findVersion)
  return Response.json({ version }, { headers: { 'Cache-Control': 'no-store' } })
}
