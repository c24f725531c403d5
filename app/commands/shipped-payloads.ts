import type { CommandType } from './catalog'

/** A payload of every version ever shipped, as a phone once sent it. Add to it; nothing may ever go. */
export const shippedPayloads: { [Type in CommandType]: Record<number, unknown> } = {
  complete_card: { 1: { cardId: 'text-size', answer: 0, completedOn: '2026-11-24' } },
  answer_review: { 1: { cardId: 'text-size', answer: 1, answeredOn: '2026-11-27' } },
  choose_track: { 1: { track: 'fraud-defence' } },
  set_name: { 1: { name: '김순자' } },
  answer_health_consent: { 1: { given: true, textVersion: '2026-11' } },
  record_facts: {
    1: {
      answers: [
        {
          id: '019ab2c4-0000-7000-8000-000000000001',
          doseKey: '019ab2c4-0000-7000-8000-000000000002|20781|morning',
          kind: 'taken',
          takenWall: 29_925_125,
          offsetMin: 540,
          replaces: [],
          guardPassed: false,
        },
      ],
    },
  },
  save_emergency_sheet: {
    1: {
      allergies: '페니실린',
      illnesses: null,
      bloodType: null,
      guardianName: '김미영',
      guardianPhone: '010-1234-5678',
      doctor: null,
      doctorPhone: null,
      notes: '',
    },
  },
  record_scam_check: { 1: { level: 'danger' } },
  keep_scam_check: {
    1: {
      checkId: '019ab2c4-0000-7000-8000-000000000003',
      kind: 'message',
      level: 'danger',
      trick: 'parcel',
      reasons: ['asks_link_press', 'link_not_of_sender'],
      text: '택배 주소가 틀렸어요. 확인 cj-post.top/k2',
    },
  },
  forget_scam_check: { 1: { checkId: '019ab2c4-0000-7000-8000-000000000003' } },
  tell_scam_alert: {
    1: {
      checkId: '019ab2c4-0000-7000-8000-000000000003',
      kind: 'message',
      level: 'danger',
      trick: 'parcel',
      reasons: ['asks_link_press', 'link_not_of_sender'],
    },
  },
  set_reminders: {
    1: { doses: true, repeats: 2, everyMinutes: 10, namesMedicines: false, cardAt: '09:30' },
  },
  say_fine: { 1: {} },
  hear_word: { 1: { wordId: '019ab2c4-0000-7000-8000-000000000004' } },
  help_with_medicines: {
    1: {
      linkId: '019ab2c4-0000-7000-8000-000000000005',
      facts: {
        pauseEnds: [
          {
            id: '019ab2c4-0000-7000-8000-000000000006',
            pauseId: '019ab2c4-0000-7000-8000-000000000007',
            toWall: 29_925_125,
          },
        ],
      },
    },
  },
  stop_ladder: { 1: { day: '2026-11-28', slot: 'morning' } },
}
