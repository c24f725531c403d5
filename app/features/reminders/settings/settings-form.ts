import { minuteChoices, repeatChoices, type ReminderSettings } from './settings-schema'
import { usualSettings } from './usual-settings'

export type SettingsForm =
  | { settings: ReminderSettings }
  /** The card is wanted without an hour; `chosen` is the rest of the form. */
  | { errors: { cardAt: string }; chosen: ReminderSettings }

const yes = 'yes'

/** What a form says; a choice that is missing or unknown stands at what is usual. */
export function readSettingsForm(form: FormData): SettingsForm {
  const cardAt = form.get('card') === yes ? readTime(form.get('cardAt')) : null
  const settings: ReminderSettings = {
    doses: readYes(form.get('doses'), usualSettings.doses),
    repeats: readOneOf(repeatChoices, form.get('repeats'), usualSettings.repeats),
    everyMinutes: readOneOf(minuteChoices, form.get('everyMinutes'), usualSettings.everyMinutes),
    namesMedicines: readYes(form.get('namesMedicines'), usualSettings.namesMedicines),
    cardAt: cardAt ?? null,
  }
  if (cardAt !== undefined) return { settings }
  const errors = { cardAt: '시각이 비었어요. 알려 드릴 시각을 골라 주세요.' }
  return { errors, chosen: settings }
}

/** `HH:MM`; some browsers send the seconds along. */
function readTime(typed: FormDataEntryValue | null): string | undefined {
  return /^(?:[01]\d|2[0-3]):[0-5]\d/.exec(typeof typed === 'string' ? typed : '')?.[0]
}

const readYes = (chosen: FormDataEntryValue | null, otherwise: boolean) =>
  chosen === null ? otherwise : chosen === yes

const readOneOf = <T extends number>(
  choices: readonly T[],
  chosen: FormDataEntryValue | null,
  otherwise: T,
): T => choices.find((one) => String(one) === chosen) ?? otherwise

export const yesOrNo = (chosen: boolean) => (chosen ? yes : 'no')
