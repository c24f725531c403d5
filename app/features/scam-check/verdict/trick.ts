import type { Reading } from './read-words'
import type { ReasonCode, TrickKind } from './verdict'

/** Which trick a reason stands for, from the most telling to the vaguest. */
const tricks: readonly (readonly [ReasonCode, TrickKind])[] = [
  ['claims_embarrassing_video', 'sextortion'],
  ['asks_gift_card', 'gift_card'],
  ['claims_family_new_number', 'family_impersonation'],
  ['asks_remote_control', 'remote_app'],
  ['asks_qr_scan', 'qr'],
  ['claims_affection', 'romance'],
  ['claims_safe_payment', 'secondhand'],
  ['claims_card_issued', 'card_delivery'],
  ['asks_account_lending', 'job_offer'],
  ['claims_crime_involvement', 'authority_impersonation'],
  ['claims_invitation', 'invitation'],
  ['claims_parcel_problem', 'parcel'],
  ['claims_fine', 'fine'],
  ['claims_payment_not_yours', 'payment_alert'],
  ['claims_health_result', 'health_check'],
  ['claims_sure_profit', 'investment_room'],
  ['claims_easy_job', 'job_offer'],
  ['claims_cheap_loan', 'loan_or_subsidy'],
  ['asks_loan_repayment', 'loan_or_subsidy'],
  ['claims_refund', 'refund'],
  ['claims_subsidy', 'loan_or_subsidy'],
  ['claims_account_problem', 'account_alert'],
  ['claims_prize', 'prize'],
  ['claims_authority', 'authority_impersonation'],
]

const coins = /코인|가상화폐|가상자산|암호화폐|에어드랍|스테이킹|채굴|지갑/

/** The trick the evidence speaks of, or null. Tricks with money differ by what the money is called. */
export function trickOf({ evidence, marked }: Reading): TrickKind | null {
  const codes = new Set(evidence.map(({ code }) => code))
  const trick = tricks.find(([code]) => codes.has(code))?.[1] ?? null
  return trick === 'investment_room' && coins.test(marked.text) ? 'crypto' : trick
}
