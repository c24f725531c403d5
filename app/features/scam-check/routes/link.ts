import type { ActionFunctionArgs, AppLoadContext } from '@remix-run/node'
import { expandLink } from '../expand-link/expand-link.server'
import { mostLetters } from '../expand-link/link-answer'

/**
 * `POST /scam-check/link` with `{link}`: where it leads. The link is neither logged nor kept. Answers JSON
 * with `v`, so that a phone can tell it from whoever else answers in a network that is not quite there.
 */
export async function action({ context, request }: ActionFunctionArgs) {
  const link = readLinkOf(await request.text())
  if (link === null) return answer(400, { error: 'bad_request' })
  const seconds = await secondsToWait(context)
  if (seconds > 0) return answer(429, { error: 'too_many' }, { 'Retry-After': String(seconds) })
  return answer(200, await expandLink(link))
}

async function secondsToWait(context: AppLoadContext): Promise<number> {
  const { limits, session, clientAddress } = context
  const person = session.viewer?.personId
  if (person && !(await limits.take('linkPerPerson', person)))
    return Math.max(1, await limits.secondsLeft('linkPerPerson', person))
  if (!(await limits.take('linkPerAddress', clientAddress)))
    return Math.max(1, await limits.secondsLeft('linkPerAddress', clientAddress))
  return 0
}

function readLinkOf(body: string): string | null {
  try {
    const { link } = JSON.parse(body) as { link?: unknown }
    return typeof link === 'string' && link !== '' && link.length <= mostLetters ? link : null
  } catch {
    return null
  }
}

function answer(status: number, body: object, headers: Record<string, string> = {}) {
  return Response.json(
    { v: 1, ...body },
    { status, headers: { 'Cache-Control': 'private, no-store', ...headers } },
  )
}
