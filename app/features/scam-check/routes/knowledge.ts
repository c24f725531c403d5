import type { LoaderFunctionArgs } from '@remix-run/node'
import { knowledgeFormat, ownName } from '../knowledge/knowledge-name'
import { ownFiles } from '../knowledge/own-knowledge.server'

/** What this server knows of scams, for a phone whose build is older. Says nothing of anybody. */
export function loader({ request }: LoaderFunctionArgs) {
  const headers = { 'Cache-Control': 'no-cache' }
  if (new URL(request.url).searchParams.get('have') === ownName)
    return new Response(null, { status: 204, headers })
  return Response.json({ v: 1, format: knowledgeFormat, name: ownName, ...ownFiles }, { headers })
}
