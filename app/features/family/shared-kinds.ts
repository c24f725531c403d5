/** What a senior may let a relative see, in the order in which it is asked. */
export const sharedKinds = ['med_today', 'med', 'cards', 'presence', 'scam_alert'] as const
export type SharedKind = (typeof sharedKinds)[number]

export const kindWords: Record<SharedKind, { label: string; detail: string }> = {
  med_today: { label: '오늘 약', detail: '오늘과 어제 약을 드셨는지 보여요.' },
  med: { label: '지난 약 기록', detail: '오늘 약과 지난 날 약이 달마다 보여요.' },
  cards: { label: '배움', detail: '오늘 카드를 마치셨는지 보여요.' },
  presence: {
    label: '오늘 열어 보셨는지',
    detail: '곁에를 여신 날에만 그렇다고 보여요. 몇 시인지는 안 보여요.',
  },
  scam_alert: {
    label: '위험한 문자',
    detail: '확인한 문자나 전화가 위험하면 수법과 까닭을 바로 알려요. 내용은 안 보여요.',
  },
}

/** Ready-made choices; `each` goes by the kinds that are ticked one by one. */
export const presets = {
  today: ['med_today'],
  both: ['med_today', 'cards'],
  nothing: [],
} as const satisfies Record<string, readonly SharedKind[]>

export const presetChoices = [
  { value: 'today', label: '오늘 약만', detail: '배움은 안 보여요.' },
  { value: 'both', label: '약과 배움', detail: '오늘 약과 오늘 배움이 보여요.' },
  { value: 'nothing', label: '안 보여 드려요', detail: '이어 두기만 해요.' },
  { value: 'each', label: '하나씩 고를게요' },
] as const

export const relations = ['딸', '아들', '배우자', '다른 가족'] as const

/** Of the words under which a senior consents (`consent-words.tsx`): another version with every change of them. */
export const consentTextVersion = '2026-11-28.4'

/** The kinds of a filled form, or null while nothing was chosen. */
export function kindsOf(form: FormData): SharedKind[] | null {
  const preset = String(form.get('preset') ?? '')
  if (Object.hasOwn(presets, preset)) return [...presets[preset as keyof typeof presets]]
  if (preset !== 'each') return null
  const ticked = form.getAll('kind')
  return withWhatTheyOpen(sharedKinds.filter((kind) => ticked.includes(kind)))
}

/** The whole record has today in it: what is written down is what they see. */
export const withWhatTheyOpen = (kinds: readonly SharedKind[]): SharedKind[] =>
  sharedKinds.filter(
    (kind) => kinds.includes(kind) || (kind === 'med_today' && kinds.includes('med')),
  )

/** The ready-made choice that means these kinds. */
export function presetOf(kinds: readonly SharedKind[]): string {
  const found = Object.entries(presets).find(
    ([, those]) =>
      those.length === kinds.length && those.every((kind: SharedKind) => kinds.includes(kind)),
  )
  return found?.[0] ?? 'each'
}

/** `오늘 약, 배움` */
export const kindsInWords = (kinds: readonly SharedKind[]): string =>
  kinds.length === 0 ? '안 보여 드려요' : kinds.map((kind) => kindWords[kind].label).join(', ')
