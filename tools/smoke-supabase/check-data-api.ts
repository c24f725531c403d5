import type { Env } from '~/platform/env.server'
import { Wrong, type Report } from './report'

/** PostgREST's answer to a schema that it does not serve (https://docs.postgrest.org/en/stable/references/errors.html). */
const notServed = 'PGRST106'

/** The Data API is reached by anybody who opens the developer tools; it must not know schema `gyeote`. */
export function checkDataApi(report: Report, env: Env): Promise<boolean> {
  return report.check(
    'The Data API does not serve schema gyeote',
    'take gyeote out of Exposed schemas (Settings → API), and out of pgrst.db_schemas of role authenticator',
    async () => {
      const answer = await fetch(`${address(env)}/rest/v1/people?select=id&limit=1`, {
        headers: { apikey: env.SUPABASE_ANON_KEY ?? '', 'Accept-Profile': 'gyeote' },
        signal: AbortSignal.timeout(10_000),
      })
      const text = await answer.text()
      if (codeIn(text) === notServed) return
      throw new Wrong(
        `asked for its people, it answered ${answer.status} ${text.slice(0, 120)} instead of ${notServed}`,
      )
    },
  )
}

export const address = (env: Env) => (env.SUPABASE_URL ?? '').replace(/\/+$/, '')

function codeIn(text: string): unknown {
  try {
    return (JSON.parse(text) as { code?: unknown }).code
  } catch {
    return undefined
  }
}
