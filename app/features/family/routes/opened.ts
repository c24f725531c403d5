import type { ActionFunctionArgs } from '@remix-run/node'
import { requireViewer } from '~/platform/session/require-viewer.server'
import { noteOpened } from '../presence/note-opened.server'

/** `POST /family/opened`: the viewer looks at the first page today. Says nothing back. */
export async function action({ context }: ActionFunctionArgs) {
  requireViewer(context)
  await noteOpened(context)
  return new Response(null, { status: 204 })
}
