import type { LoaderFunctionArgs } from '@remix-run/node'
import { exportMyData } from '../export-my-data.server'

/** Everything 곁에 keeps about the viewer, as a JSON file. */
export async function loader({ context }: LoaderFunctionArgs) {
  return new Response(JSON.stringify(await exportMyData(context), null, 2), {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': 'attachment; filename="gyeote.json"',
      'Cache-Control': 'private, no-store',
    },
  })
}
