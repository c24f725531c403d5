import type { NewFacts } from '../facts/fact-schema'
import { answerDoses, type Answering, type Saying } from './answer-doses'
import { groupsOf, type DoseGroup } from './dose-groups'
import { wallMinute, type WallMinute } from '../schedule/care-date'
import type { Facts } from '../schedule/facts'
import { careDateOfKey, groupKey, readDoseKey } from '../schedule/keys'
import type { Moment } from '../schedule/moment'

/** What a tap on a dose card sends; all of it is text, as a form has it. */
export interface SayForm {
  /** One of `sayings`. */
  say: string
  doses: string[]
  /** `HH:MM`; of 아까 먹었어요. */
  time: string
  /** 고치기. */
  correcting: boolean
}

export const sayings = [
  'taken',
  'on_time',
  'just_now',
  'earlier',
  'declined',
  'unknown',
  'cleared',
  'later',
] as const

export interface Said {
  /** What is to be written down; null when nothing is. */
  facts: NewFacts | null
  /** Doses that may have been taken already; the person is asked before anything is written of them. */
  stopped: Answering['stopped']
  /** Which form it was, when it needs more: whoever goes on goes on with what it said. */
  form?: SayForm
  /** Doses of a day that is over: when they were taken is asked before anything is written. */
  when?: { doses: string[]; insisting: boolean }
  /** Beside the time. */
  timeError?: string
}

/** 나중에: so many minutes. */
export const laterMin = 30

/** The answers of a form. Nothing is written for a form that was not made by a dose card. */
export function say(
  form: SayForm,
  facts: Facts,
  now: Moment,
  { newId, insisting }: { newId: () => string; insisting: boolean },
): Said {
  const keys = form.doses.filter(isDoseKey)
  const first = keys[0]
  const what = sayings.find((one) => one === form.say)
  if (!first || !what) return { facts: null, stopped: [] }
  if (what === 'later') {
    return { facts: { snoozes: snoozesFor(keys, facts, now, newId) }, stopped: [] }
  }
  const { correcting } = form
  const isTaken = what === 'taken' || what === 'on_time' || what === 'just_now'
  const saying: Saying = {
    kind: isTaken || what === 'earlier' ? 'taken' : what,
    correcting,
    insisting,
  }
  if (what === 'taken' && form.time === '' && isOver(facts, keys, now)) {
    const { stopped } = answerDoses(facts, keys, saying, now, newId)
    // Today's doses tell nothing of when that one was taken, so a near one is looked for once it is known.
    const again = stopped.filter(({ guard }) => guard.kind === 'same_dose')
    return again.length > 0 && !insisting
      ? { facts: null, stopped: again, form }
      : { facts: null, stopped: [], form, when: { doses: keys, insisting } }
  }
  if (what === 'earlier' || (what === 'taken' && form.time !== '')) {
    const takenWall = readTime(form.time, careDateOfKey(first))
    if (takenWall === null) return stay(form, '시각이 비었어요. 드신 시각을 골라 주세요.')
    if (takenWall > now.wall)
      return stay(form, '아직 오지 않은 시각이에요. 드신 시각을 골라 주세요.')
    saying.takenWall = takenWall
  }
  if (what === 'on_time') {
    const due = groupOf(facts, first, now)
    if (!due || due.minute === null || due.wall > now.wall) return { facts: null, stopped: [] }
    saying.takenWall = due.wall
  }
  const { answers, stopped } = answerDoses(facts, keys, saying, now, newId)
  const said = { facts: answers.length > 0 ? { answers } : null, stopped }
  return stopped.length > 0 ? { ...said, form } : said
}

/** 나중에 of everything that waits moves the reminder of the group; of less, that of those medicines alone. */
function snoozesFor(keys: readonly string[], facts: Facts, now: Moment, newId: () => string) {
  const untilWall = now.wall + laterMin
  const { day, slotId } = readDoseKey(keys[0] ?? '')
  const group = groupKey(day, slotId)
  const open = groupOf(facts, keys[0] ?? '', now)?.open ?? []
  if (open.every(({ key }) => keys.includes(key)))
    return [{ id: newId(), groupKey: group, untilWall }]
  return keys.map((key) => ({
    id: newId(),
    groupKey: group,
    courseId: readDoseKey(key).courseId,
    untilWall,
  }))
}

function groupOf(facts: Facts, key: string, now: Moment): DoseGroup | undefined {
  const { day, slotId } = readDoseKey(key)
  return groupsOf(facts, day, day + 1, now).find((group) => group.slotId === slotId)
}

/** Of an earlier care date, and not still to be taken about now, as at four in the morning. */
function isOver(facts: Facts, keys: readonly string[], now: Moment): boolean {
  return keys.some((key) => {
    if (careDateOfKey(key) >= now.day) return false
    const shown = groupOf(facts, key, now)?.doses.find((dose) => dose.key === key)
    return shown?.state !== 'due'
  })
}

const stay = (form: SayForm, timeError: string): Said => ({
  facts: null,
  stopped: [],
  form,
  timeError,
})

/** A clock time as a wall time of the care date: before four it is the night that follows. */
function readTime(time: string, day: number): WallMinute | null {
  const [, hour, minute] = /^(\d{1,2}):(\d{2})/.exec(time) ?? []
  if (hour === undefined || minute === undefined || Number(hour) > 23 || Number(minute) > 59)
    return null
  const ofDay = Number(hour) * 60 + Number(minute)
  return wallMinute(day, ofDay < 240 ? ofDay + 1440 : ofDay)
}

function isDoseKey(key: string): boolean {
  return /^[0-9a-f-]{36}\|\d{1,5}\|[a-z0-9-]{4,36}$/.test(key)
}

/** From a submitted form; `pressed` is the button's value, which the page has to add to the form's data. */
export function readSayForm(data: FormData, pressed?: string): SayForm {
  return {
    say: pressed ?? String(data.get('say') ?? ''),
    doses: data.getAll('dose').map(String),
    time: String(data.get('time') ?? ''),
    correcting: data.get('correcting') === 'yes',
  }
}

/** 「또 먹었어요」 comes as `insist:taken`: the same saying, with the warning read. */
export function readInsisting(form: SayForm): { form: SayForm; insisting: boolean } {
  const [insist, what] = form.say.split(':')
  return insist === 'insist' && what !== undefined
    ? { form: { ...form, say: what }, insisting: true }
    : { form, insisting: false }
}
