import { medicationTables } from './medication-rows'

/** What adoption does with every table that refers to a person. A new table needs an answer here. */
export const adoptedTables: Readonly<Record<string, 'moved' | 'left'>> = {
  applied_commands: 'moved',
  card_completions: 'moved',
  card_views: 'moved',
  consents: 'moved',
  days_together: 'moved',
  family_links: 'moved',
  points_ledger: 'moved',
  quiz_answers: 'moved',
  scam_checks: 'moved',
  scam_alerts: 'moved',
  // With the alert; whoever was told has a number.
  scam_alerts_told: 'moved',
  ...Object.fromEntries(medicationTables.map((table) => [table, 'moved'] as const)),
  // The session of the anonymous account is over, and the account itself is written down in `adoptions`.
  adoption_offers: 'left',
  adoptions: 'left',
  // Over with the adoption it waited for.
  waiting_adoptions: 'left',
  audit_subjects: 'left',
  devices: 'left',
  family_blocks: 'moved',
  family_fine: 'moved',
  family_presence: 'moved',
  // Who asks has a number, so nobody anonymous does; a code on the screen is shown anew.
  family_invites: 'left',
  family_requests: 'left',
  family_weekly: 'left',
  device_reach: 'left',
  ladder_choices: 'moved',
  ladder_ends: 'moved',
  ladder_steps: 'moved',
  family_versions: 'left',
  // Rises with what is moved.
  medication_versions: 'left',
  // Nobody ends the phones of somebody without a number from elsewhere.
  last_pushes: 'left',
  phone_endings: 'left',
  push_devices: 'moved',
  // When to look at somebody next is worked out anew.
  reminder_plans: 'left',
  reminder_sends: 'moved',
  reminder_settings: 'moved',
}
