import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createLocalAccounts } from '~/platform/accounts/create-local-accounts.server'
import type { Database } from '~/platform/database/database.server'
import { partsAround } from '../support/parts'
import { serve } from './accounts-world'

const keys = {
  SUPABASE_ANON_KEY: 'sb_publishable_test',
  SUPABASE_SERVICE_ROLE_KEY: 'sb_secret_test',
}

/**
 * As much of a hosted Supabase project as can be had on one machine: the local accounts over a real wire, and
 * beside them the answers of the two addresses that the app itself never asks. Each of the `answers` can be changed.
 */
export async function openProject(db: Database) {
  const dataDir = await mkdtemp(join(tmpdir(), 'svc-project-'))
  const local: { accounts?: typeof fetch } = {}
  const answers = {
    /** As Supabase Auth writes it (internal/api/settings.go). */
    settings: {
      external: { anonymous_users: true, phone: true, email: false },
      disable_signup: false,
      phone_autoconfirm: false,
      sms_provider: 'twilio',
    },
    /** As PostgREST writes it. */
    dataApi: () =>
      Response.json(
        { code: 'PGRST106', message: 'Invalid schema: gyeote', hint: null, details: null },
        { status: 406 },
      ),
    /** Instead of the published keys of the local accounts. */
    publicKeys: undefined as object | undefined,
  }
  const server = await serve(async (request) => {
    const { pathname } = new URL(request.url)
    if (pathname.startsWith('/rest/v1/')) return answers.dataApi()
    if (pathname === '/auth/v1/settings') return Response.json(answers.settings)
    if (pathname.endsWith('/jwks.json') && answers.publicKeys)
      return Response.json(answers.publicKeys)
    if (!local.accounts) throw new Error('the accounts are not open yet')
    return local.accounts(request)
  })
  const parts = partsAround(db, {
    env: {
      DATABASE_URL: 'postgres://app@kept.invalid/app',
      SUPABASE_URL: server.url,
      DATA_DIR: dataDir,
      ...keys,
    },
  })
  local.accounts = await createLocalAccounts(parts)
  return {
    answers,
    /** The settings an installation on this project has, without its database. */
    settings: { ...keys, SUPABASE_URL: server.url, DATA_DIR: dataDir },
    async close() {
      await server.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

export type Project = Awaited<ReturnType<typeof openProject>>
