import { randomUUID } from 'node:crypto'
import { ownerOnly, readOnly, type TableRules } from './table-rules'

export const reminderRules: Record<string, TableRules> = {
  reminder_settings: {
    whose: 'person_id',
    see: ownerOnly,
    ...readOnly,
    changed: ['repeats', 1],
    newRow: ({ ids }) => ({
      person_id: ids.owner,
      doses: true,
      repeats: 2,
      every_minutes: 10,
      names_medicines: false,
      changed_at: '2026-11-24T00:00:00Z',
    }),
  },
  push_devices: {
    whose: 'person_id',
    see: ownerOnly,
    ...readOnly,
    changed: ['endpoint', 'https://fcm.googleapis.com/wp/theirs'],
    newRow: ({ ids }) => ({
      person_id: ids.owner,
      session_id: randomUUID(),
      endpoint: 'https://fcm.googleapis.com/wp/theirs',
      endpoint_hash: Buffer.from('theirs'),
      p256dh: 'p'.repeat(87),
      auth: 'a'.repeat(22),
      subscribed_at: '2026-11-24T00:00:00Z',
    }),
  },
  reminder_plans: {
    whose: 'person_id',
    see: ownerOnly,
    ...readOnly,
    changed: ['next_at', '2020-01-01T00:00:00Z'],
    newRow: ({ ids }) => ({ person_id: ids.owner }),
  },
  reminder_sends: {
    whose: 'person_id',
    see: ownerOnly,
    ...readOnly,
    changed: ['delivered_at', '2026-11-24T00:00:00Z'],
    newRow: ({ ids }) => ({
      person_id: ids.owner,
      about: '20781|test|0',
      step: 0,
      due_at: '2026-11-24T00:00:00Z',
      state: 'sent',
    }),
  },
}
