import { sql } from 'kysely'
import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { recordUserEvent } from '~/platform/telemetry/record-user-event.server'
import { countAffected } from '../support/attempts'
import { createCast, type Cast } from '../support/cast'
import { describeOnEachDatabase, type TestDatabase } from '../support/databases'

/** What everyone may call, by schema and name: each one needs a reason. */
const openToEveryone: string[] = [
  'auth.jwt', // reads the claims of this very transaction
  'auth.uid',
]

describeOnEachDatabase('database', (open) => {
  let base: TestDatabase
  let cast: Cast
  beforeAll(async () => {
    base = await open()
    cast = await createCast(base.owner)
  })
  afterAll(() => base.close())

  const names = async (text: string) =>
    (await base.owner.query<{ name: string }>(text)).map((row) => row.name)

  describe('the schema as a whole', () => {
    test('the check that is shipped for hosted databases passes, and sees what is wrong', async () => {
      const check = await readFile('supabase/tests/schema.sql', 'utf8')
      await base.owner.run(check)
      for (const [breach, mend, complaint] of [
        [
          'alter table gyeote.cards disable',
          'alter table gyeote.cards enable',
          'row level security',
        ],
        [
          'grant select on gyeote.people to',
          'revoke select on gyeote.people from',
          'people for app',
        ],
      ]) {
        const end = complaint === 'people for app' ? ' app' : ' row level security'
        await base.owner.run(`${breach}${end}`)
        await expect(base.owner.run(check), breach).rejects.toThrow(complaint)
        await base.owner.run(`${mend}${end}`)
      }
    })

    test('every table has row level security', async () => {
      const unguarded = await names(
        `select relnamespace::regnamespace::text || '.' || relname as name from pg_class
         where relnamespace::regnamespace::text in ('gyeote', 'auth') and relkind in ('r', 'p')
           and not relrowsecurity order by 1`,
      )
      expect(unguarded).toEqual([])
    })

    test('no function is open to everyone, except those listed', async () => {
      const open = await names(
        `select distinct n.nspname || '.' || p.proname as name
         from pg_proc p join pg_namespace n on n.oid = p.pronamespace
         where n.nspname in ('gyeote', 'auth', 'pgboss', 'public')
           and has_schema_privilege('anon', n.oid, 'usage')
           and has_function_privilege('anon', p.oid, 'execute')
           and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
         order by 1`,
      )
      expect(open).toEqual(openToEveryone)
    })

    test('nothing in schema gyeote is granted to public', async () => {
      const granted = await names(
        `select p.proname::text as name from pg_proc p, aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
         where p.pronamespace = 'gyeote'::regnamespace and a.grantee = 0
         union all
         select c.relname::text from pg_class c, aclexplode(c.relacl) a
         where c.relnamespace = 'gyeote'::regnamespace and a.grantee = 0
         union all
         select n.nspname::text from pg_namespace n, aclexplode(n.nspacl) a
         where n.nspname in ('gyeote', 'pgboss', 'auth') and a.grantee = 0`,
      )
      expect(granted).toEqual([])
    })

    test('every definer function has an empty search path', async () => {
      const loose = await names(
        `select n.nspname || '.' || p.proname as name
         from pg_proc p join pg_namespace n on n.oid = p.pronamespace
         where n.nspname in ('gyeote', 'auth', 'pgboss', 'public') and p.prosecdef
           and not coalesce(p.proconfig, '{}') && array['search_path=""', 'search_path='] order by 1`,
      )
      expect(loose).toEqual([])
    })

    test('every view runs with the rights of who asks', async () => {
      const loose = await names(
        `select relname::text as name from pg_class
         where relnamespace = 'gyeote'::regnamespace and (relkind = 'm'
           or relkind = 'v' and not coalesce(reloptions, '{}') && array['security_invoker=true', 'security_invoker=on'])`,
      )
      expect(loose).toEqual([])
    })

    test('role app may touch no table by itself, and nobody may truncate', async () => {
      const touched = await names(
        `select relname || ' ' || verb as name from pg_class, unnest(array['select','insert','update']) verb
         where relnamespace = 'gyeote'::regnamespace and relkind in ('r','p','v')
           and has_any_column_privilege('app', oid, verb)
         union all
         select relname || ' ' || verb || ' ' || role from pg_class,
           unnest(array['truncate','trigger','references','delete']) verb,
           unnest(array['anon','authenticated','app','auth_server']) role
         where relnamespace = 'gyeote'::regnamespace and relkind in ('r','p','v')
           and has_table_privilege(role, oid, verb)`,
      )
      expect(touched).toEqual([])
    })

    test('the logins are bound by policies and inherit nothing', async () => {
      const roles = await base.owner.query(
        `select rolname::text as name, rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolinherit as powerful
         from pg_roles where rolname in ('app', 'anon', 'authenticated', 'auth_server') order by 1`,
      )
      expect(roles).toEqual(
        ['anon', 'app', 'auth_server', 'authenticated'].map((name) => ({ name, powerful: false })),
      )
    })

    test('a foreign key to a person takes the rows along when the person goes', async () => {
      const kept = await names(
        `select conrelid::regclass::text as name from pg_constraint
         where contype = 'f' and confrelid = 'gyeote.people'::regclass and confdeltype <> 'c'`,
      )
      expect(kept).toEqual([])
    })
  })

  describe('who the viewer is', () => {
    test('claims and role last one transaction', async () => {
      const who = sql<{ role: string; person: string | null }>`
        select current_user::text as role, auth.uid()::text as person`
      const { owner } = cast.ids
      const inside = await base.db.asViewer(cast.claimsOf('owner'), (tx) => who.execute(tx))
      expect(inside.rows).toEqual([{ role: 'authenticated', person: owner }])
      const after = await base.db.asViewer(null, (tx) => who.execute(tx))
      expect(after.rows).toEqual([{ role: 'anon', person: null }])
      expect((await who.execute(base.db.root)).rows).toEqual([{ role: 'app', person: null }])
      await expect(
        base.db.asViewer(cast.claimsOf('owner'), async () => {
          throw new Error('broken off')
        }),
      ).rejects.toThrow('broken off')
      expect((await who.execute(base.db.root)).rows).toEqual([{ role: 'app', person: null }])
    })

    test('many viewers at once never see with each other’s eyes', async () => {
      const people = ['owner', 'stranger', 'linkedCards', 'demo'] as const
      const seen = await Promise.all(
        Array.from({ length: 40 }, (_, index) => {
          const person = people[index % 4] ?? 'owner'
          return base.db.asViewer(cast.claimsOf(person), async (tx) => {
            const rows = await tx.selectFrom('gyeote.people').select('id').execute()
            return rows.length === 1 && rows[0]?.id === cast.ids[person]
          })
        }),
      )
      expect(seen).toEqual(Array(40).fill(true))
    })

    test('a script that fails leaves a clean connection behind', async () => {
      for (let i = 0; i < 5; i++)
        await expect(
          base.db.runScript('begin; select 1; select * from gyeote.people; commit'),
        ).rejects.toMatchObject({ code: '42501' })
      expect(await base.db.runScript('select 1 as one; select 2 as two')).toEqual([
        { one: 1 },
        { two: 2 },
      ])
      await base.db.ping()
    })

    test('whole numbers and dates look the same on both engines', async () => {
      const { rows } = await base.db.asViewer(null, (tx) =>
        sql`select count(*) as count, 9007199254740991::int8 as big, date '2026-11-24' as day,
                   '{"a": [1]}'::jsonb as json
            from gyeote.cards where false`.execute(tx),
      )
      expect(rows).toEqual([
        { count: 0, big: 9007199254740991, day: '2026-11-24', json: { a: [1] } },
      ])
    })
  })

  describe('the trail', () => {
    test('is written by the deed, read by its person, and changed by nobody, not even the owner', async () => {
      await base.db.asViewer(cast.claimsOf('owner'), (tx) =>
        recordUserEvent(tx, 'card_view', { card_id: 'a-card' }),
      )
      const [entry] = await base.owner.query<{ id: number; details: unknown }>(
        `select id::int, details from gyeote.audit_logs order by id desc limit 1`,
      )
      expect(entry?.details).toEqual({ card_id: 'a-card' })
      for (const text of [
        'update gyeote.audit_logs set details = details',
        'delete from gyeote.audit_logs',
        'truncate gyeote.audit_logs',
      ])
        await expect(base.owner.run(text), text).rejects.toMatchObject({ code: '42501' })
    })

    test('outlives its person without naming them', async () => {
      const id = randomUUID()
      const claims = { sub: id, session_id: randomUUID(), is_anonymous: true }
      await base.db.asViewer(claims, async (tx) => {
        await sql`select gyeote.ensure_person()`.execute(tx)
        await recordUserEvent(tx, 'card_view', { card_id: 'last' })
      })
      await base.owner.query('delete from gyeote.people where id = $1', [id])
      expect(
        await base.owner.query('select 1 from gyeote.audit_subjects where person_id = $1', [id]),
      ).toEqual([])
      const left = await base.owner.query<{ details: unknown }>(
        `select details from gyeote.audit_logs where details ->> 'card_id' = 'last'`,
      )
      expect(left).toEqual([{ details: { card_id: 'last' } }])
    })

    test('nobody without a session makes a person or an entry', async () => {
      for (const actor of ['anon', 'service'] as const) {
        for (const call of ['gyeote.ensure_person()', `gyeote.record_event('card_view', '{}')`])
          expect(await countAffected(base, cast, actor, `select ${call}`), `${actor} ${call}`).toBe(
            0,
          )
      }
    })
  })

  describe('commands and points', () => {
    test('a command is claimed once per person, and a stranger’s equal id hides nothing', async () => {
      const id = randomUUID()
      const claim = (person: 'owner' | 'stranger') =>
        base.db.asViewer(cast.claimsOf(person), async (tx) => {
          const { rows } = await sql<{ earlier: unknown }>`
            select gyeote.claim_command(${id}, 'complete-card') as earlier`.execute(tx)
          await sql`select gyeote.store_outcome(${id}, ${JSON.stringify({ status: person })}::jsonb)`.execute(
            tx,
          )
          return rows[0]?.earlier
        })
      expect(await claim('owner')).toBeNull()
      expect(await claim('stranger')).toBeNull()
      expect(await claim('owner')).toEqual({ status: 'owner' })
    })

    test('points come once, only for a finished card, as many as the card is worth', async () => {
      const [, second = ''] = cast.cards
      const award = (person: 'owner' | 'stranger') =>
        base.db.asViewer(cast.claimsOf(person), async (tx) => {
          const { rows } = await sql<{ points: number }>`
            select gyeote.award_card_points(${second}) as points`.execute(tx)
          return rows[0]?.points
        })
      expect(await award('owner')).toBe(0)
      await base.db.asViewer(cast.claimsOf('owner'), (tx) =>
        tx
          .insertInto('gyeote.card_completions')
          .values({
            person_id: cast.ids.owner,
            card_id: second,
            completed_on: '2026-11-24',
            occurred_at: new Date(),
          })
          .execute(),
      )
      expect(await Promise.all([award('owner'), award('owner'), award('owner')])).toEqual(
        expect.arrayContaining([10, 0, 0]),
      )
      expect(await award('stranger')).toBe(0)
    })

    test('a device that was signed out stays signed out', async () => {
      const session = randomUUID()
      await base.owner.query(
        `insert into gyeote.devices (session_id, person_id, label, signed_out_at)
         values ($1, $2, 'old phone', now())`,
        [session, cast.ids.owner],
      )
      const revived = await countAffected(
        base,
        cast,
        'owner',
        'update gyeote.devices set signed_out_at = null where session_id = $1',
        [session],
      )
      expect(revived).toBe(0)
    })
  })
})
