export const stepIds = ['install', 'number', 'medicine', 'reminders', 'family'] as const
export type StepId = (typeof stepIds)[number]

/** What is known of this phone and its person at the moment; nothing of it is written down for the sitting. */
export interface Known {
  /** Runs from the home screen, or was put there a moment ago; null where no script has looked. */
  onHomeScreen: boolean | null
  hasNumber: boolean
  /** Written down here or at the server. */
  hasMedicine: boolean
  /** Notifications are allowed and a test has reached this phone; null where no script has looked. */
  hasRung: boolean | null
  hasFamily: boolean
}

export type StepState = 'done' | 'open' | 'unknown'

export interface Step {
  id: StepId
  path: string
  title: string
  state: StepState
}

const titles: Record<StepId, string> = {
  install: '첫 화면에 꺼내 두기',
  number: '전화번호 잇기',
  medicine: '첫 약봉지 넣기',
  reminders: '알림 켜고 울려 보기',
  family: '가족 잇기',
}

export const sittingPath = '/start-together'
export const isStepId = (id: string | undefined): id is StepId => stepIds.some((one) => one === id)

export function stepsOf(known: Known): Step[] {
  const done: Record<StepId, boolean | null> = {
    install: known.onHomeScreen,
    number: known.hasNumber,
    medicine: known.hasMedicine,
    reminders: known.hasRung,
    family: known.hasFamily,
  }
  return stepIds.map((id) => ({
    id,
    path: `${sittingPath}/${id}`,
    title: titles[id],
    state: done[id] === null ? 'unknown' : done[id] ? 'done' : 'open',
  }))
}

/** Where the sitting goes on; null when everything is done. */
export const firstOpen = (steps: readonly Step[]): Step | null =>
  steps.find(({ state }) => state !== 'done') ?? null

/** The screen after this one, done or skipped: at the end the list, which says what remains. */
export function pathAfter(id: StepId): string {
  const next = stepIds[stepIds.indexOf(id) + 1]
  return next ? `${sittingPath}/${next}` : sittingPath
}
