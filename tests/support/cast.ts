import { randomUUID } from 'node:crypto'
import type { Claims } from '~/platform/database/database.server'
import type { OwnerSession } from '~/platform/database/owner-session.server'
import { keptMedicationRow, medicationTables } from './medication-rows'

/** Everyone a policy must know how to treat, seen from `owner`: a senior with rows in every table. */
export const everyone = [
  'owner',
  'linkedCards',
  'linkedMed',
  'linkedMedToday',
  'linkedPresence',
  'linkedScamAlert',
  'linkedNone',
  'withdrawn',
  'givenAgain',
  'refused',
  'outdated',
  'helper',
  'helperWaits',
  'helperBlind',
  'helperOutdated',
  'pending',
  'ended',
  'blocked',
  'unlinkedFamily',
  'seniorOfOwner',
  'otherAccount',
  'stranger',
  'demo',
] as const

export type PersonName = (typeof everyone)[number]
/** Besides people: `anon` has no session, `service` is role app itself, without a viewer. */
export type Actor = PersonName | 'anon' | 'service'
export const actors: readonly Actor[] = [...everyone, 'anon', 'service']

export interface Cast {
  /** The person's id; everyone has rows in every table. */
  readonly ids: Readonly<Record<PersonName, string>>
  /** Links in which `owner` is the senior, by relative. */
  readonly links: Readonly<Partial<Record<PersonName, string>>>
  readonly cards: readonly string[]
  claimsOf(person: PersonName): Claims
}

type Consent = { kind: string; given: boolean; monthsAgo?: number }
type Relative = { status: string; consents: Consent[]; helpsInHours?: number }
const given = (kind: string): Consent => ({ kind, given: true })
const everything = [given('cards'), given('med'), given('help')]

const relatives: Partial<Record<PersonName, Relative>> = {
  linkedCards: { status: 'active', consents: [given('cards')] },
  linkedMed: { status: 'active', consents: [given('med')] },
  linkedMedToday: { status: 'active', consents: [given('med_today')] },
  linkedPresence: { status: 'active', consents: [given('presence')] },
  linkedScamAlert: { status: 'active', consents: [given('scam_alert')] },
  linkedNone: { status: 'active', consents: [] },
  withdrawn: { status: 'active', consents: [given('cards'), { kind: 'cards', given: false }] },
  givenAgain: {
    status: 'active',
    consents: [given('cards'), { kind: 'cards', given: false }, given('cards')],
  },
  refused: { status: 'active', consents: [{ kind: 'cards', given: false }, given('med')] },
  outdated: {
    status: 'active',
    consents: [
      { kind: 'cards', given: true, monthsAgo: 7 },
      { kind: 'med', given: true, monthsAgo: 7 },
    ],
  },
  helper: { status: 'active', consents: [given('med_today'), given('help')], helpsInHours: -1 },
  helperWaits: {
    status: 'active',
    consents: [given('med_today'), given('help')],
    helpsInHours: 23,
  },
  // Who may not see the medicines, and whose consent to help is older than half a year.
  helperBlind: { status: 'active', consents: [given('help')], helpsInHours: -1 },
  helperOutdated: {
    status: 'active',
    consents: [{ kind: 'help', given: true, monthsAgo: 7 }, given('med_today')],
    helpsInHours: -1,
  },
  pending: { status: 'pending', consents: everything, helpsInHours: -1 },
  ended: { status: 'ended', consents: everything, helpsInHours: -1 },
  blocked: { status: 'ended', consents: everything, helpsInHours: -1 },
}

/** Makes the cast with real rows in every table of schema `gyeote`, as the tables' owner. */
export async function createCast(owner: OwnerSession): Promise<Cast> {
  const ids = Object.fromEntries(everyone.map((name) => [name, randomUUID()])) as Cast['ids']
  const cards = [`card-${randomUUID()}`, `card-${randomUUID()}`]
  for (const [index, card] of cards.entries())
    await owner.query(
      `insert into gyeote.cards (id, track, position, points, content) values ($1, 'cast', $2, 10, '{}')`,
      [card, index],
    )
  for (const name of everyone) await createPerson(owner, ids[name], cards[0] ?? '', name === 'demo')
  const links: Partial<Record<PersonName, string>> = {}
  for (const name of everyone) {
    const relative = relatives[name]
    if (relative) links[name] = await link(owner, ids.owner, ids[name], relative)
  }
  // Family of somebody else, and a senior whom the owner in turn looks after: neither sees the owner.
  await link(owner, ids.stranger, ids.unlinkedFamily, {
    status: 'active',
    consents: [given('cards')],
  })
  await link(owner, ids.seniorOfOwner, ids.owner, { status: 'active', consents: [given('cards')] })
  await owner.query(
    `insert into gyeote.family_blocks (senior_id, relative_id, relative_name) values ($1, $2, '이름')`,
    [ids.owner, ids.blocked],
  )
  return {
    ids,
    links,
    cards,
    claimsOf: (person) => ({ sub: ids[person], session_id: randomUUID(), is_anonymous: false }),
  }
}

async function createPerson(owner: OwnerSession, id: string, card: string, isDemo: boolean) {
  const statements: [string, unknown[]?][] = [
    ['people (id, display_name, anonymous, is_demo) values ($1, $2, false, $3)', ['이름', isDemo]],
    [`devices (session_id, person_id, label) values (gen_random_uuid(), $1, 'phone')`],
    ['adoptions (adopted_id, person_id) values (gen_random_uuid(), $1)'],
    ['waiting_adoptions (adopted_id, person_id) values ($1, $1)'],
    [
      `applied_commands (person_id, command_id, type) values ($1, gen_random_uuid(), 'complete-card')`,
    ],
    ['audit_subjects (person_id) values ($1)'],
    [
      `audit_logs (user_id, action) select subject_id, 'card_view'
       from gyeote.audit_subjects where person_id = $1`,
    ],
    [`consents (person_id, kind, given, text_version) values ($1, 'health_data', true, 'v1')`],
    [
      `card_completions (person_id, card_id, completed_on, occurred_at)
       values ($1, $2, current_date, now())`,
      [card],
    ],
    [
      `quiz_answers (person_id, id, card_id, answer, correct, answered_on, occurred_at)
       values ($1, gen_random_uuid(), $2, 0, true, current_date, now())`,
      [card],
    ],
    [`points_ledger (person_id, reason, subject, points) values ($1, 'card', $2, 10)`, [card]],
    ['card_views (person_id, card_id, day) values ($1, $2, current_date)', [card]],
    ['days_together (person_id, day) values ($1, current_date)'],
    [
      `scam_checks (person_id, id, at, kind, level, reasons, message)
       values ($1, gen_random_uuid(), now(), 'message', 'danger', '["asks_money"]', '돈을 보내세요')`,
    ],
    [
      `scam_alerts (person_id, id, at, kind, reasons)
       values ($1, gen_random_uuid(), now(), 'message', '{asks_money}')`,
    ],
    ['reminder_plans (person_id) values ($1)'],
    [
      `reminder_settings
         (person_id, doses, repeats, every_minutes, names_medicines, changed_at)
       values ($1, true, 2, 10, false, now())`,
    ],
    [
      `push_devices
         (person_id, session_id, endpoint, endpoint_hash, p256dh, auth, subscribed_at)
       select $1, session_id, 'https://fcm.googleapis.com/wp/' || session_id,
         sha256(session_id::text::bytea), repeat('p', 87), repeat('a', 22), now()
       from gyeote.devices where person_id = $1 limit 1`,
    ],
    [
      `reminder_sends (person_id, about, step, due_at, state)
       values ($1, '20781|dose|morning', 0, now(), 'too_late')`,
    ],
    [
      `family_invites (senior_id, secret_hash)
       values ($1, sha256(convert_to(gen_random_uuid()::text, 'UTF8')))`,
    ],
    [
      `family_requests (relative_id, relative_name, relative_phone, to_hash, to_end)
       values ($1, '이름', '+821012345678', sha256('nobody'), '0000')`,
    ],
    [
      `family_fine (person_id, day, said_at)
       values ($1, (now() at time zone 'Asia/Seoul')::date, now())`,
    ],
    [`family_presence (person_id, day) values ($1, gyeote.care_date())`],
    [`family_weekly (person_id, way, email) values ($1, 'email', 'someone@example.com')`],
    [
      `phone_endings (person_id, ended_as, by_name, phones, ended_at)
       values ($1, 'family', '이름', 1, now())`,
    ],
    [
      `last_pushes (person_id, endpoint, endpoint_hash, p256dh, auth)
       values ($1, 'https://fcm.googleapis.com/wp/old', sha256(gen_random_uuid()::text::bytea), 'p', 'a')`,
    ],
    [`device_reach (person_id, session_id, emptied_at) values ($1, gen_random_uuid(), now())`],
    [
      `family_versions (person_id, kind)
        select $1, unnest(array['link', 'med', 'cards', 'presence', 'scam_alert'])
       on conflict do nothing`,
    ],
    [
      `ladder_choices (person_id, given, text_version, after_minutes, quiet_from, quiet_to, course_ids,
         link_ids, chosen_at)
       values ($1, true, '1', 60, 1320, 420, '{}', '{}', now())`,
    ],
    [
      `ladder_ends (person_id, about, how, name, at)
       values ($1, '20781|morning', 'taken_on', '이름', now())`,
    ],
    [`erasures (person_id) values ($1)`],
    // Of nobody: the parameter only has to be used.
    [`photo_erasures (file_id) select gen_random_uuid() where $1::uuid is not null`],
    [
      `gone_endpoints (endpoint_hash) select sha256('gone') where $1::uuid is not null on conflict do nothing`,
    ],
    [`push_keys (public_key) select 'the key' where $1::uuid is not null on conflict do nothing`],
    [
      `adoption_offers (anonymous_id, proof_hash, expires_at)
       values ($1, sha256('proof'), now() + interval '1 minute')`,
    ],
  ]
  for (const [rest, parameters = []] of statements)
    await owner.query(`insert into gyeote.${rest}`, [id, ...parameters])
  for (const table of medicationTables) {
    const row = keptMedicationRow(table, id)
    const places = Object.keys(row).map((_, index) => `$${index + 1}`)
    await owner.query(
      `insert into gyeote.${table} (${Object.keys(row).map((column) => `"${column}"`)}) values (${places})`,
      Object.values(row),
    )
  }
}

async function link(
  owner: OwnerSession,
  senior: string,
  relative: string,
  how: Relative,
): Promise<string> {
  const id = randomUUID()
  await owner.query(
    `insert into gyeote.family_links (id, senior_id, relative_id, relation, status, role, helps_from)
     values ($1, $2, $3, 'child', $4, case when $5::int is null then 'view' else 'help' end,
       now() + $5::int * interval '1 hour')`,
    [id, senior, relative, how.status, how.helpsInHours ?? null],
  )
  await owner.query(
    `insert into gyeote.scam_alerts_told (person_id, alert_id, link_id, relative_id, pushed)
     select person_id, id, $2, $3, true from gyeote.scam_alerts where person_id = $1`,
    [senior, id, relative],
  )
  await owner.query(
    `insert into gyeote.family_words (link_id, day, words) values ($1, current_date, '잘 지내세요')`,
    [id],
  )
  await owner.query(
    `insert into gyeote.family_looks (link_id, day)
     values ($1, (now() at time zone 'Asia/Seoul')::date)`,
    [id],
  )
  await owner.query(
    `insert into gyeote.ladder_steps (person_id, about, link_id, course_ids, opened_at)
     values ($1, '20781|morning', $2, '{}', now())`,
    [senior, id],
  )
  for (const { kind, given: isGiven, monthsAgo = 0 } of how.consents)
    await owner.query(
      `insert into gyeote.consents (person_id, link_id, kind, given, text_version, created_at)
       values ($1, $2, $3, $4, 'v1', clock_timestamp() - $5::int * interval '1 month')`,
      [senior, id, kind, isGiven, monthsAgo],
    )
  return id
}
