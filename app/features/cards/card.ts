export const trackIds = ['smartphone-basics', 'fraud-defence', 'kakao-photos', 'ai-basics'] as const

export type TrackId = (typeof trackIds)[number]

export interface Track {
  id: TrackId
  name: string
  description: string
}

/** The tracks in the order in which people see them. */
export const tracks: readonly Track[] = [
  {
    id: 'smartphone-basics',
    name: '스마트폰 첫걸음',
    description: '글자를 키우고 전화를 거는 일부터 천천히 배워요.',
  },
  {
    id: 'fraud-defence',
    name: '사기 막기',
    description: '수상한 문자와 전화를 알아보고 나를 지켜요.',
  },
  {
    id: 'kakao-photos',
    name: '카카오톡과 사진',
    description: '가족과 이야기하고 사진을 나누는 법을 배워요.',
  },
  {
    id: 'ai-basics',
    name: 'AI 첫걸음',
    description: 'AI에게 말로 묻고 대답을 살펴보는 법을 배워요.',
  },
]

export function isTrackId(value: unknown): value is TrackId {
  return trackIds.some((id) => id === value)
}

/** `alt` is Korean text; `svg` is markup the card parser has checked, safe to put into a page. */
export interface Drawing {
  alt: string
  svg: string
}

export interface Step {
  sentences: string[]
  drawing?: Drawing
}

export interface Answer {
  text: string
  correct: boolean
}

export interface Quiz {
  question: string
  answers: Answer[]
  explanation: string[]
}

/** A text block is a list of sentences: "들어 보기" reads and marks one sentence at a time. */
export interface Card {
  /** Kebab-case; never changes and is never used again. */
  id: string
  track: TrackId
  /** Place in the track. */
  order: number
  title: string
  level: 1 | 2 | 3
  /** 1 to 10. */
  minutes: number
  /** 5 to 20. */
  points: number
  why: string[]
  steps: Step[]
  task: string[]
  quiz: Quiz
  source: { title: string; url?: string }
  /** YYYY-MM-DD, the day on which somebody checked that the card is still true. */
  checked: string
  /** Another one for every other text: by it a phone knows that its copy is old. */
  edition: string
}
