import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Database } from '~/platform/database/database.server'
import { Wrong, type Report } from './report'

interface Role {
  name: string
  member: boolean
  inherits: boolean
  makes: boolean
  strong: string | null
}

const roleNow = sql<Role>`
  select rolname as name,
    pg_has_role(oid, 'anon', 'member') and pg_has_role(oid, 'authenticated', 'member') as member,
    pg_has_role(oid, 'anon', 'usage') or pg_has_role(oid, 'authenticated', 'usage') as inherits,
    rolcreaterole or rolcreatedb or rolreplication as makes,
    (select string_agg(other.rolname, ', ') from pg_roles other
     where pg_has_role(role.oid, other.oid, 'member') and (other.rolsuper or other.rolbypassrls)) as strong
  from pg_roles role where rolname = session_user`

const newRole =
  'as the owner: alter role app login noinherit nocreaterole nocreatedb; grant anon, authenticated to app; and grant it nothing else'

/**
 * What role `app` may do and may not, seen through the connection the app itself uses.
 * @returns false when it cannot become the people it works for.
 */
export async function checkAppRole(report: Report, db: Database): Promise<boolean> {
  const becomes = await report.check(
    'Role app may become anon and authenticated, and is nothing more',
    newRole,
    async () => {
      const role = (await roleNow.execute(db.root)).rows[0]
      if (!role) throw new Wrong('its row in pg_roles was not found')
      const wrong = [
        role.name !== 'app' && `it is called "${role.name}", and the grants are made for "app"`,
        !role.member && 'it is not a member of both',
        role.inherits && 'it inherits their rights, so a forgotten role would work',
        role.makes && 'it may make roles or databases, or replicate',
        role.strong && `it may become ${role.strong}, whom no policy binds`,
      ].filter(Boolean)
      if (wrong.length > 0) throw new Wrong(wrong.join('; '))
    },
  )
  await report.check(
    'By itself role app reads no table',
    'as the owner: revoke all on all tables in schema gyeote from app, public',
    async () => {
      const refused = await sql`select from gyeote.people limit 1`.execute(db.root).then(
        () => false,
        (error: unknown) => {
          if ((error as { code?: string }).code !== '42501') throw error
          return true
        },
      )
      if (!refused) throw new Wrong('it read gyeote.people without being anybody')
    },
  )
  await report.check(
    'A visitor reads the cards, and a stranger sees no person',
    'apply supabase/migrations as they are; nobody but the migrations grants anything in schema gyeote',
    async () => {
      await db.asViewer(null, (tx) => tx.selectFrom('gyeote.cards').select('id').limit(1).execute())
      const seen = await db.asViewer({ sub: randomUUID() }, (tx) =>
        tx.selectFrom('gyeote.people').select('id').limit(1).execute(),
      )
      if (seen.length > 0) throw new Wrong('a stranger saw somebody')
    },
  )
  await report.check(
    'The job queue is there and belongs to role app',
    'apply supabase/migrations; schema pgboss must be owned by app: alter schema pgboss owner to app',
    async () => {
      const { rows } = await sql<{ owned: boolean }>`
        select nspowner = session_user::regrole as owned from pg_namespace where nspname = 'pgboss'`.execute(
        db.root,
      )
      if (!rows[0]?.owned) throw new Wrong(rows[0] ? 'somebody else owns it' : 'it is missing')
      await sql`select version from pgboss.version`.execute(db.root)
    },
  )
  return becomes
}
