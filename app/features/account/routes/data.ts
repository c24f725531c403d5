import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireViewer } from '~/platform/session/require-viewer.server'
import { streamMyData } from '../export-my-data.server'

/** Everything 곁에 keeps about the viewer, as a JSON file. */
export async function loader({ context }: LoaderFunctionArgs) {
  requireViewer(context)
  return new Response(streamMyData(context), {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': 'attachment; filename="gyeote.json"',
      'Cache-Control': 'private, no-store',
    },
  })
}
