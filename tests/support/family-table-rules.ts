import { randomUUID } from 'node:crypto'
import type { PersonName } from './cast'
import { ownerOnly, readOnly, type TableRules } from './table-rules'

const sidesOfALink: readonly PersonName[] = [
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
]

/** Links that are not, or not any more. */
const isOver: readonly PersonName[] = ['pending', 'ended', 'blocked']

const seesToday: readonly PersonName[] = [
  'owner',
  'linkedMed',
  'linkedMedToday',
  'refused',
  'helper',
  'helperWaits',
  'helperOutdated',
]

export const familyRules: Record<string, TableRules> = {
  family_links: {
    whose: 'senior_id',
    see: ['owner', ...sidesOfALink],
    ...readOnly,
    changed: ['status', 'active'],
    newRow: ({ ids }) => ({
      senior_id: ids.owner,
      relative_id: ids.stranger,
      relation: 'child',
      status: 'active',
    }),
  },
  family_invites: {
    whose: 'senior_id',
    see: ownerOnly,
    ...readOnly,
    changed: ['expires_at', '2099-01-01T00:00:00Z'],
    newRow: ({ ids }) => ({ senior_id: ids.owner, secret_hash: Buffer.from('secret') }),
  },
  family_requests: {
    whose: 'relative_id',
    see: ownerOnly,
    ...readOnly,
    changed: ['expires_at', '2099-01-01T00:00:00Z'],
    newRow: ({ ids }) => ({
      relative_id: ids.owner,
      relative_name: '이름',
      relative_phone: '+821012345678',
      to_hash: Buffer.from('number'),
      to_end: '0000',
    }),
  },
  family_blocks: {
    whose: 'senior_id',
    see: ownerOnly,
    ...readOnly,
    changed: ['relative_name', '다른 이름'],
    newRow: ({ ids }) => ({
      senior_id: ids.owner,
      relative_id: ids.stranger,
      relative_name: '이름',
    }),
  },
  family_fine: {
    whose: 'person_id',
    see: ['owner', ...sidesOfALink.filter((name) => !isOver.includes(name))],
    ...readOnly,
    changed: ['said_at', '2020-01-01T00:00:00Z'],
    newRow: ({ ids }) => ({
      person_id: ids.owner,
      day: '2026-11-01',
      said_at: '2026-11-01T00:00:00Z',
    }),
  },
  family_presence: {
    whose: 'person_id',
    see: ['owner', 'linkedPresence'],
    ...readOnly,
    changed: ['day', '2026-11-01'],
    newRow: ({ ids }) => ({ person_id: ids.owner, day: '2026-11-01' }),
  },
  // The relative does not read that they were seen looking.
  family_looks: {
    whose: 'link_id',
    see: ownerOnly,
    ...readOnly,
    changed: ['day', '2026-11-01'],
    newRow: ({ links }) => ({ link_id: links.linkedNone, day: '2026-11-01' }),
  },
  family_weekly: {
    whose: 'person_id',
    see: ownerOnly,
    ...readOnly,
    changed: ['way', 'push'],
    newRow: ({ ids }) => ({ person_id: ids.owner, way: 'push' }),
  },
  // The word of one link, which stands for its row.
  family_words: {
    whose: 'link_id',
    see: ['owner', 'linkedNone'],
    ...readOnly,
    changed: ['words', '다른 말'],
    newRow: ({ links }) => ({ link_id: links.linkedNone, day: '2026-11-01', words: '잘 지내세요' }),
  },
  // Told to everybody of the cast once: only whose consent holds reads it.
  scam_alerts: {
    whose: 'person_id',
    see: ['owner', 'linkedScamAlert'],
    ...readOnly,
    changed: ['kind', 'call'],
    newRow: ({ ids }) => ({
      person_id: ids.owner,
      id: randomUUID(),
      at: '2026-11-24T00:00:00Z',
      kind: 'message',
      reasons: ['asks_money'],
    }),
  },
  scam_alerts_told: {
    whose: 'person_id',
    see: ['linkedScamAlert'],
    ...readOnly,
    changed: ['seen_at', '2026-11-24T00:00:00Z'],
    newRow: ({ ids, links }) => ({
      person_id: ids.owner,
      alert_id: randomUUID(),
      link_id: links.linkedNone,
      relative_id: ids.linkedNone,
      pushed: true,
    }),
  },
  device_reach: {
    whose: 'person_id',
    see: seesToday,
    ...readOnly,
    changed: ['emptied_at', '2099-01-01T00:00:00Z'],
    newRow: ({ ids }) => ({ person_id: ids.owner, session_id: randomUUID() }),
  },
  ladder_choices: {
    whose: 'person_id',
    see: ownerOnly,
    ...readOnly,
    changed: ['given', false],
    newRow: ({ ids }) => ({
      person_id: ids.owner,
      given: true,
      text_version: '1',
      after_minutes: 60,
      quiet_from: 1320,
      quiet_to: 420,
      course_ids: [],
      link_ids: [],
      chosen_at: '2026-11-24T00:00:00Z',
    }),
  },
  ladder_steps: {
    whose: 'person_id',
    see: seesToday,
    ...readOnly,
    changed: ['opened_at', '2020-01-01T00:00:00Z'],
    newRow: ({ ids, links }) => ({
      person_id: ids.owner,
      about: '20782|morning',
      link_id: links.linkedMed,
      course_ids: [],
      opened_at: '2026-11-24T00:00:00Z',
    }),
  },
  ladder_ends: {
    whose: 'person_id',
    see: seesToday,
    ...readOnly,
    changed: ['how', 'stopped'],
    newRow: ({ ids }) => ({
      person_id: ids.owner,
      about: '20782|morning',
      how: 'stopped',
      at: '2026-11-24T00:00:00Z',
    }),
  },
  // Of each kind one row: who may see none of them sees nothing.
  family_versions: {
    whose: 'person_id',
    see: ['owner', ...sidesOfALink.filter((name) => !isOver.includes(name))],
    ...readOnly,
    changed: ['version', 99],
    newRow: ({ ids }) => ({ person_id: ids.owner, kind: 'med', version: 1 }),
  },
}
