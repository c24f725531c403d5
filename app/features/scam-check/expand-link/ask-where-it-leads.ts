import { linkPath, linkReasons, type LinkAnswer } from './link-answer'

/** The server has three seconds, a slow network needs some of its own. */
const limitMs = 10_000

/** Sends one link and nothing else. An answer counts only when it is JSON of this contract. */
export async function askWhereItLeads(
  link: string,
  fetcher: typeof fetch = fetch,
): Promise<LinkAnswer | 'too_many' | 'no_answer'> {
  const abort = new AbortController()
  const timer = setTimeout(() => abort.abort(), limitMs)
  try {
    const response = await fetcher(linkPath, {
      method: 'POST',
      body: JSON.stringify({ link }),
      headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
      redirect: 'manual',
      cache: 'no-store',
      signal: abort.signal,
    })
    if (response.status === 429) return 'too_many'
    if (!response.headers.get('content-type')?.startsWith('application/json')) return 'no_answer'
    const answer = (await response.json()) as LinkAnswer & { v?: number }
    if (answer.v !== 1 || !linkReasons.includes(answer.reason)) return 'no_answer'
    const { leadsTo, final, reason } = answer
    return { leadsTo, final, reason }
  } catch {
    return 'no_answer'
  } finally {
    clearTimeout(timer)
  }
}
