import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Claims, Tx } from '~/platform/database/database.server'
import { asActor } from '../support/attempts'
import { createCast, type Cast, type PersonName } from '../support/cast'
import { describeOnEachDatabase, type TestDatabase } from '../support/databases'

const ownersNumber = '+821044445555'

describeOnEachDatabase('how a link begins, as the policies have it', (open) => {
  let base: TestDatabase
  let cast: Cast
  beforeAll(async () => {
    base = await open()
    cast = await createCast(base.owner)
  })
  afterAll(() => base.close())

  const callFor = async <T>(tx: Tx, call: ReturnType<typeof sql>) => {
    const { rows } = await sql<{ value: T }>`select ${call} as value`.execute(tx)
    return rows[0]?.value as T
  }
  const idsFor = (person: PersonName, call: ReturnType<typeof sql>) =>
    asActor(base, cast, person, (tx) => callFor<string[]>(tx, call))
  const withNumber = (person: PersonName, phone: string, more: Partial<Claims> = {}): Claims => ({
    ...cast.claimsOf(person),
    phone,
    ...more,
  })
  const as = <T>(claims: Claims, work: (tx: Tx) => Promise<T>) => base.db.asViewer(claims, work)
  const countRequests = async (tx: Tx) => {
    const { rows } = await sql<{ value: number }>`
      select count(*)::int as value from gyeote.family_requests`.execute(tx)
    return rows[0]?.value
  }

  describe('a request to a number', () => {
    const ask = (person: PersonName, to = ownersNumber) =>
      as(withNumber(person, '+821011112222'), (tx) =>
        sql`select gyeote.ask_family(${to}, '미영')`.execute(tx),
      )
    const waitingFor = (claims: Claims) =>
      as(claims, async (tx) => {
        const { rows } = await sql<{ id: string; relative_id: string }>`
          select id, relative_id from gyeote.family_requests
          where relative_id <> ${claims.sub}`.execute(tx)
        return rows
      })

    test('is seen by whoever holds the number and by nobody else, also the same person without it', async () => {
      await ask('stranger')
      await ask('stranger')
      const [one, ...more] = await waitingFor(withNumber('owner', ownersNumber))
      expect(one?.relative_id).toBe(cast.ids.stranger)
      expect(more).toEqual([])
      expect(await waitingFor(cast.claimsOf('owner'))).toEqual([])
      expect(await waitingFor(withNumber('otherAccount', '+821099990000'))).toEqual([])
      expect(await waitingFor(withNumber('demo', ownersNumber))).toEqual([])
    })

    test('of someone blocked is never seen, and looks the same to them', async () => {
      await ask('blocked')
      const waiting = await waitingFor(withNumber('owner', ownersNumber))
      expect(waiting.map(({ relative_id }) => relative_id)).not.toContain(cast.ids.blocked)
      const own = (person: PersonName) =>
        as(cast.claimsOf(person), async (tx) => {
          const { rows } = await sql`
            select to_end from gyeote.family_requests where to_end = '5555'`.execute(tx)
          return rows
        })
      expect(await own('blocked')).toEqual(await own('stranger'))
    })

    test('refused, it looks the same to whoever asked, and asking again is silent', async () => {
      const [one] = await waitingFor(withNumber('owner', ownersNumber))
      const refuse = (claims: Claims) =>
        as(claims, (tx) => sql`select gyeote.refuse_family(${one?.id}, false)`.execute(tx))
      await refuse(withNumber('linkedMed', '+821077770000'))
      expect(await waitingFor(withNumber('owner', ownersNumber))).toHaveLength(1)
      await refuse(withNumber('owner', ownersNumber))
      expect(await waitingFor(withNumber('owner', ownersNumber))).toEqual([])
      expect(await as(cast.claimsOf('stranger'), countRequests)).toBe(2)
      await ask('stranger')
      expect(await waitingFor(withNumber('owner', ownersNumber))).toEqual([])
      await expect(
        as(cast.claimsOf('stranger'), (tx) =>
          sql`select answered_at from gyeote.family_requests`.execute(tx),
        ),
      ).rejects.toMatchObject({ code: '42501' })
    })

    test('looks the same in everything that whoever asked can read, whatever became of it', async () => {
      const numbers = {
        unknown: '+821033333001',
        refused: '+821033333002',
        blocked: '+821033333003',
        unanswered: '+821033333004',
      }
      const holders = { refused: 'linkedNone', blocked: 'helper', unanswered: 'ended' } as const
      for (const number of Object.values(numbers)) await ask('linkedCards', number)
      for (const which of ['refused', 'blocked'] as const) {
        const holder = withNumber(holders[which], numbers[which])
        const [one] = await waitingFor(holder)
        await as(holder, (tx) =>
          sql`select gyeote.refuse_family(${one?.id}, ${which === 'blocked'})`.execute(tx),
        )
      }
      await base.owner.query(
        `update gyeote.family_requests set created_at = now() - interval '3 days',
        expires_at = now() + interval '11 days' where relative_id = $1`,
        [cast.ids.linkedCards],
      )
      for (const number of Object.values(numbers)) await ask('linkedCards', number)
      const rows = await as(cast.claimsOf('linkedCards'), async (tx) => {
        const read = await sql<Record<string, unknown>>`
          select relative_name, relative_phone, created_at > now() - interval '1 minute' as anew,
            round(extract(epoch from expires_at - now()) / 3600) as hours
          from gyeote.family_requests where to_end like '300_'`.execute(tx)
        return read.rows
      })
      expect(rows).toHaveLength(4)
      expect(new Set(rows.map((row) => JSON.stringify(row))).size).toBe(1)
      expect(rows[0]).toMatchObject({ anew: true })
      expect(Number(rows[0]?.hours)).toBe(11 * 24)
      // Only the one that nobody answered is there to be answered.
      const seen = async (which: keyof typeof holders) =>
        (await waitingFor(withNumber(holders[which], numbers[which]))).length
      expect([await seen('refused'), await seen('blocked'), await seen('unanswered')]).toEqual([
        0, 0, 1,
      ])
    })

    test('that was taken back is nobody’s to answer', async () => {
      const number = '+821044447777'
      await ask('stranger', number)
      const holder = withNumber('linkedMed', number)
      const [one] = await waitingFor(holder)
      const takeBack = (person: PersonName) =>
        as(cast.claimsOf(person), (tx) =>
          sql`select gyeote.take_back_family_request(${one?.id})`.execute(tx),
        )
      await takeBack('unlinkedFamily')
      expect(await waitingFor(holder)).toHaveLength(1)
      await takeBack('stranger')
      expect(await waitingFor(holder)).toEqual([])
      const accepted = await as(holder, (tx) =>
        callFor<string | null>(
          tx,
          sql`gyeote.accept_family(${one?.id}, '딸', array['cards'], 'v1')`,
        ),
      )
      expect(accepted).toBeNull()
    })

    test('is accepted by whoever holds the number only, and however many wait, none is dropped', async () => {
      const number = '+821044446666'
      const askers = [
        'unlinkedFamily',
        'otherAccount',
        'seniorOfOwner',
        'helper',
        'pending',
        'linkedNone',
      ] as const
      for (const name of askers) await ask(name, number)
      const waiting = await waitingFor(withNumber('stranger', number))
      expect(waiting.map(({ relative_id }) => relative_id).sort()).toEqual(
        askers.map((name) => cast.ids[name]).sort(),
      )
      const accept = (claims: Claims) =>
        as(claims, (tx) =>
          callFor<string | null>(
            tx,
            sql`gyeote.accept_family(${waiting[0]?.id}, '딸', array['cards'], 'v1')`,
          ),
        )
      expect(await accept(cast.claimsOf('stranger'))).toBeNull()
      expect(await accept(withNumber('owner', ownersNumber))).toBeNull()
      expect(await accept(withNumber('stranger', number))).toMatch(/^[0-9a-f-]{36}$/)
      expect(await accept(withNumber('stranger', number))).toBeNull()
    })

    test('needs a verified number, and a session that is sure of itself', async () => {
      await expect(
        as(cast.claimsOf('stranger'), (tx) =>
          sql`select gyeote.ask_family(${ownersNumber}, '미영')`.execute(tx),
        ),
      ).rejects.toMatchObject({ code: '42501' })
      await expect(
        base.db.asViewer(null, (tx) =>
          sql`select gyeote.ask_family(${ownersNumber}, '미영')`.execute(tx),
        ),
      ).rejects.toMatchObject({ code: '42501' })
    })
  })

  describe('a code', () => {
    const hash = (secret: string) => sql`sha256(convert_to(${secret}::text, 'UTF8'))`
    const invite = (secret: string) =>
      as(cast.claimsOf('owner'), (tx) =>
        callFor<string>(tx, sql`gyeote.open_family_invite(${hash(secret)})`),
      )
    const join = (person: PersonName, secret: string) =>
      as(withNumber(person, '+821011112222'), (tx) =>
        callFor<string | null>(tx, sql`gyeote.join_family(${hash(secret)}, '미영')`),
      )

    test('is good once, for one other person, within ten minutes', async () => {
      const id = await invite('first')
      expect(await join('owner', 'first')).toBeNull()
      expect(await join('blocked', 'first')).toBeNull()
      expect(await join('demo', 'first')).toBeNull()
      expect(await join('stranger', 'another')).toBeNull()
      expect(await join('stranger', 'first')).toBe(id)
      expect(await join('stranger', 'first')).toBe(id)
      expect(await join('unlinkedFamily', 'first')).toBeNull()

      await invite('second')
      await base.owner.query(
        `update gyeote.family_invites set expires_at = now() where senior_id = $1 and joined_at is null`,
        [cast.ids.owner],
      )
      expect(await join('unlinkedFamily', 'second')).toBeNull()
    })

    test('a newer one ends those that nobody has used', async () => {
      await invite('third')
      await invite('fourth')
      expect(await join('unlinkedFamily', 'third')).toBeNull()
      expect(await join('unlinkedFamily', 'fourth')).toMatch(/^[0-9a-f-]{36}$/)
    })

    test('whoever joined sees nothing before the senior’s yes, and then what they chose', async () => {
      const id = await invite('fifth')
      await join('stranger', 'fifth')
      const sees = (kind: string) => idsFor('stranger', sql`gyeote.visible_persons(${kind})`)
      expect(await sees('med_today')).toEqual([cast.ids.stranger])
      const accept = (person: PersonName) =>
        as(cast.claimsOf(person), (tx) =>
          callFor<string | null>(
            tx,
            sql`gyeote.accept_family(${id}, '딸', array['med_today'], '2026-11')`,
          ),
        )
      expect(await accept('stranger')).toBeNull()
      const link = await accept('owner')
      expect(await sees('med_today')).toContain(cast.ids.owner)
      expect(await sees('cards')).toEqual([cast.ids.stranger])
      const consents = await base.owner.query(
        `select kind, given, text_version from gyeote.consents where link_id = $1 order by kind`,
        [link],
      )
      expect(consents).toEqual([
        { kind: 'cards', given: false, text_version: '2026-11' },
        { kind: 'med', given: false, text_version: '2026-11' },
        { kind: 'med_today', given: true, text_version: '2026-11' },
        { kind: 'presence', given: false, text_version: '2026-11' },
        { kind: 'scam_alert', given: false, text_version: '2026-11' },
      ])
      const change = (person: PersonName) =>
        as(cast.claimsOf(person), (tx) =>
          callFor<boolean>(
            tx,
            sql`gyeote.change_family_consents(${link},
              array['cards', 'med_today', 'presence', 'scam_alert', 'health_data'], 'v2')`,
          ),
        )
      expect(await change('stranger')).toBe(false)
      expect(await change('linkedMed')).toBe(false)
      expect(await change('owner')).toBe(true)
      for (const kind of ['cards', 'med_today', 'presence', 'scam_alert'])
        expect(await sees(kind), kind).toContain(cast.ids.owner)
      for (const kind of ['med', 'health_data'])
        expect(await sees(kind), kind).toEqual([cast.ids.stranger])
      const end = (person: PersonName) =>
        as(cast.claimsOf(person), (tx) =>
          callFor<boolean>(tx, sql`gyeote.end_family_link(${link})`),
        )
      expect(await end('linkedMed')).toBe(false)
      expect(await end('stranger')).toBe(true)
      expect(await sees('med_today')).toEqual([cast.ids.stranger])
      expect(await change('owner')).toBe(false)
      const [ended] = await base.owner.query(
        `select status, senior_phone, relative_phone from gyeote.family_links where id = $1`,
        [link],
      )
      expect(ended).toEqual({ status: 'ended', senior_phone: null, relative_phone: null })
      const trail = await base.owner.query<{ details: { change: string } }>(
        `select details from gyeote.audit_logs join gyeote.audit_subjects on subject_id = user_id
         where action = 'family_link' and details ->> 'guardian_id' =
           (select subject_id::text from gyeote.audit_subjects where person_id = $1) order by id`,
        [cast.ids.stranger],
      )
      expect(trail.map(({ details }) => details.change)).toEqual(['linked', 'changed', 'ended'])
    })
  })
})
