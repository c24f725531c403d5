import { openPostgres } from '~/platform/database/open-postgres.server'
import { EnvError, readEnv, type Env } from '~/platform/env.server'
import { closeParts, openParts } from '../../server/open-parts'
import { checkAppRole } from './check-app-role'
import { address, checkDataApi } from './check-data-api'
import { checkSchema, withOwner } from './check-schema'
import { checkSession } from './check-session'
import { checkSignIn } from './check-sign-in'
import { createReport, type Counts, type Report } from './report'

const needed = ['DATABASE_URL', 'MIGRATION_DATABASE_URL', 'SUPABASE_URL'] as const

/** Every check in order, each printed as it ends. Migrates nothing. */
export async function checkSupabase(
  source: Record<string, string | undefined>,
  print: (line: string) => void,
): Promise<Counts> {
  const report = createReport(print)
  const env = await readSettings(report, source)
  if (env) {
    const answers = await checkAnswers(report, env)
    if (answers) await checkDataApi(report, env)
    else report.leaveOut('The Data API and sign-in', 'SUPABASE_URL does not answer')
    const verifiable = answers && (await checkSignIn(report, env))
    await checkDatabase(report, env, verifiable)
  }
  const counts = report.counts()
  print(`\n${counts.passed} in order, ${counts.failed} wrong, ${counts.leftOut} not looked at`)
  return counts
}

async function readSettings(
  report: Report,
  source: Record<string, string | undefined>,
): Promise<Env | undefined> {
  let env: Env | undefined
  await report.check(
    'The settings are complete',
    'set them as for `npm start`; see .env.example',
    async () => {
      const missing = needed.filter((name) => !source[name])
      if (missing.length > 0) throw new EnvError(`missing: ${missing.join(', ')}`)
      env = readEnv(source)
    },
  )
  return env
}

const checkAnswers = (report: Report, env: Env) =>
  report.check(
    'SUPABASE_URL answers',
    'take the project’s URL from Settings → API; a project that was paused has to be resumed',
    async () => {
      await fetch(`${address(env)}/auth/v1/health`, { signal: AbortSignal.timeout(10_000) })
    },
  )

async function checkDatabase(report: Report, env: Env, verifiable: boolean): Promise<void> {
  const signedIn = await report.check(
    'DATABASE_URL signs in, as a role that row level security binds',
    "as the owner: alter role app login password '…'; then use app there, by the direct address or the session pooler",
    async () => {
      const db = await openPostgres({ url: env.DATABASE_URL ?? '', projectDir: process.cwd() })
      await db.close()
    },
  )
  const owned = await withOwner(report, env.MIGRATION_DATABASE_URL ?? '', async (owner) => {
    await checkSchema(report, owner)
    if (!signedIn) return
    const parts = await openParts(
      { ...env, MIGRATION_DATABASE_URL: undefined, LOG_LEVEL: 'silent' },
      process.cwd(),
    )
    try {
      const becomes = await checkAppRole(report, parts.db)
      if (becomes && verifiable) await checkSession(report, parts, owner)
      else {
        const because = becomes ? 'no token could be verified' : 'of what role app is'
        report.leaveOut('A first tap begins an anonymous account', because)
      }
    } finally {
      await closeParts(parts)
    }
  })
  if (!owned) report.leaveOut('Schema, roles and sessions', 'the owner could not sign in')
  else if (!signedIn) report.leaveOut('Roles and sessions', 'role app could not sign in')
}
