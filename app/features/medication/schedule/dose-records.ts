import type { EpochDay } from './care-date'
import { doseRecord, type DoseRecord } from './dose-record'
import type { Answer, Facts } from './facts'
import { careDateOfKey } from './keys'

/** The answers of a person by care date and key, so that a day costs a day however long the history. */
export class DoseRecords {
  private readonly answers = new Map<string, Answer[]>()
  private readonly keys = new Map<EpochDay, string[]>()
  private readonly records = new Map<string, DoseRecord>()

  constructor(
    answers: readonly Answer[],
    private readonly ownerId: string,
  ) {
    for (const answer of answers) {
      const { doseKey } = answer
      const ofKey = this.answers.get(doseKey)
      if (ofKey) {
        ofKey.push(answer)
        continue
      }
      this.answers.set(doseKey, [answer])
      const day = careDateOfKey(doseKey)
      const ofDay = this.keys.get(day)
      if (ofDay) ofDay.push(doseKey)
      else this.keys.set(day, [doseKey])
    }
  }

  /** Null when nobody ever answered. */
  find(key: string): DoseRecord | null {
    const known = this.records.get(key)
    if (known) return known
    const answers = this.answers.get(key)
    if (!answers) return null
    const record = doseRecord(key, answers, this.ownerId)
    this.records.set(key, record)
    return record
  }

  keysOn(day: EpochDay): readonly string[] {
    return this.keys.get(day) ?? []
  }
}

const known = new WeakMap<readonly Answer[], DoseRecords>()

/** The records of a collection of facts, sorted once for each list of answers. */
export function recordsOf({ answers, ownerId }: Pick<Facts, 'answers' | 'ownerId'>): DoseRecords {
  const records = known.get(answers) ?? new DoseRecords(answers, ownerId)
  known.set(answers, records)
  return records
}
