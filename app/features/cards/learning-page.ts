import type { CardSummary, Learning } from './learning'

/** Loader data of the pages about learning. `today` is `YYYY-MM-DD` in the person's zone. */
export interface LearningPage {
  shell: false
  personId: string | null
  learning: Learning
  catalogue: CardSummary[]
  today: string
  /** 0 to 23 in the person's zone. */
  hour: number
}
