import { randomUUID } from 'node:crypto'
import { actors, type PersonName } from './cast'
import { familyRules } from './family-table-rules'
import { medicationTables, newMedicationRow, seesMedicines } from './medication-rows'
import { reminderRules } from './reminder-table-rules'
import { nobody, ownerOnly, readOnly, sealed, type TableRules } from './table-rules'

/** Those whom the owner's consents let see which cards were finished. */
export const seesCards: readonly PersonName[] = ['owner', 'linkedCards', 'givenAgain']

/** Every table of schema `gyeote`. A table that is missing here fails the test. */
export const matrix: Record<string, TableRules> = {
  people: {
    whose: 'id',
    see: ownerOnly,
    add: nobody,
    change: ownerOnly,
    remove: nobody,
    changed: ['display_name', '새 이름'],
    newRow: () => ({ id: randomUUID() }),
  },
  devices: {
    whose: 'person_id',
    see: ownerOnly,
    add: ownerOnly,
    change: ownerOnly,
    remove: nobody,
    changed: ['signed_out_at', '2026-11-24T00:00:00Z'],
    newRow: ({ ids }) => ({ session_id: randomUUID(), person_id: ids.owner, label: 'tablet' }),
  },
  adoptions: {
    whose: 'person_id',
    see: ownerOnly,
    ...readOnly,
    changed: ['adopted_at', '2020-01-01T00:00:00Z'],
    newRow: ({ ids }) => ({ adopted_id: ids.stranger, person_id: ids.owner }),
  },
  adoption_offers: {
    whose: 'anonymous_id',
    ...sealed,
    changed: ['expires_at', '2099-01-01T00:00:00Z'],
    newRow: ({ ids }) => ({
      anonymous_id: ids.owner,
      proof_hash: Buffer.from('proof'),
      expires_at: '2099-01-01T00:00:00Z',
    }),
  },
  erasures: {
    whose: 'person_id',
    ...sealed,
    changed: ['claimed_at', '2026-11-24T00:00:00Z'],
    newRow: () => ({ person_id: randomUUID() }),
  },
  photo_erasures: {
    whose: null,
    ...sealed,
    changed: ['noted_at', '2026-11-24T00:00:00Z'],
    newRow: () => ({ file_id: randomUUID() }),
  },
  applied_commands: {
    whose: 'person_id',
    see: ownerOnly,
    ...readOnly,
    changed: ['outcome', '{}'],
    newRow: ({ ids }) => ({
      person_id: ids.owner,
      command_id: randomUUID(),
      type: 'complete-card',
    }),
  },
  audit_subjects: {
    whose: 'person_id',
    see: ownerOnly,
    ...readOnly,
    changed: ['subject_id', randomUUID()],
    newRow: ({ ids }) => ({ person_id: ids.owner }),
  },
  audit_logs: {
    whose: 'user_id',
    see: ownerOnly,
    ...readOnly,
    changed: ['details', '{"forged": true}'],
    newRow: ({ ids }) => ({ user_id: ids.owner, action: 'card_view' }),
  },
  consents: {
    whose: 'person_id',
    see: ownerOnly,
    add: ownerOnly,
    change: nobody,
    remove: nobody,
    changed: ['given', true],
    newRow: ({ ids, links }) => ({
      person_id: ids.owner,
      link_id: links.linkedNone,
      kind: 'cards',
      given: true,
      text_version: 'v1',
    }),
  },
  cards: {
    whose: null,
    see: actors.filter((actor) => actor !== 'service'),
    ...readOnly,
    changed: ['points', 100],
    newRow: () => ({ id: 'forged', track: 'cast', position: 9, points: 100, content: '{}' }),
  },
  card_views: {
    whose: 'person_id',
    see: ownerOnly,
    ...readOnly,
    changed: ['day', '2020-01-01'],
    newRow: ({ ids, cards }) => ({ person_id: ids.owner, card_id: cards[1], day: '2020-01-02' }),
  },
  card_completions: {
    whose: 'person_id',
    see: seesCards,
    add: ownerOnly,
    change: nobody,
    remove: nobody,
    changed: ['completed_on', '2020-01-01'],
    newRow: ({ ids, cards }) => ({
      person_id: ids.owner,
      card_id: cards[1],
      completed_on: '2026-11-24',
      occurred_at: '2026-11-24T00:00:00Z',
    }),
  },
  quiz_answers: {
    whose: 'person_id',
    see: ownerOnly,
    add: ownerOnly,
    change: nobody,
    remove: nobody,
    changed: ['correct', true],
    newRow: ({ ids, cards }) => ({
      person_id: ids.owner,
      id: randomUUID(),
      card_id: cards[0],
      answer: 1,
      correct: true,
      answered_on: '2026-11-24',
      occurred_at: '2026-11-24T00:00:00Z',
    }),
  },
  points_ledger: {
    whose: 'person_id',
    see: ownerOnly,
    ...readOnly,
    changed: ['points', 100],
    newRow: ({ ids, cards }) => ({
      person_id: ids.owner,
      reason: 'card',
      subject: cards[1],
      points: 10,
    }),
  },
  days_together: {
    whose: 'person_id',
    see: ownerOnly,
    add: ownerOnly,
    change: nobody,
    remove: nobody,
    changed: ['day', '2020-01-01'],
    newRow: ({ ids }) => ({ person_id: ids.owner, day: '2020-01-02' }),
  },
  scam_checks: {
    whose: 'person_id',
    see: ownerOnly,
    add: ownerOnly,
    change: nobody,
    remove: nobody,
    changed: ['level', 'nothing_found'],
    newRow: ({ ids }) => ({
      person_id: ids.owner,
      id: randomUUID(),
      at: '2026-11-24T00:00:00Z',
      kind: 'message',
      level: 'danger',
      reasons: '[]',
      message: '돈을 보내세요',
    }),
  },
  phone_endings: {
    whose: 'person_id',
    see: ownerOnly,
    ...readOnly,
    changed: ['seen_at', '2026-11-24T00:00:00Z'],
    newRow: ({ ids }) => ({
      person_id: ids.owner,
      ended_as: 'lost',
      phones: 1,
      ended_at: '2026-11-24T00:00:00Z',
    }),
  },
  last_pushes: {
    whose: 'person_id',
    ...sealed,
    changed: ['tries', 1],
    newRow: ({ ids }) => ({
      person_id: ids.owner,
      endpoint: 'https://fcm.googleapis.com/wp/theirs',
      endpoint_hash: Buffer.from('theirs'),
      p256dh: 'p',
      auth: 'a',
    }),
  },
  ...familyRules,
  ...reminderRules,
  ...Object.fromEntries(
    medicationTables.map((table): [string, TableRules] => [
      table,
      {
        whose: 'person_id',
        see: seesMedicines(table),
        add: ownerOnly,
        change: nobody,
        remove: nobody,
        changed: ['at', '2020-01-01T00:00:00Z'],
        newRow: ({ ids }) => newMedicationRow(table, ids.owner),
      },
    ]),
  ),
}
