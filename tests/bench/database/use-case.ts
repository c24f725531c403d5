import type { Crowd } from './crowd'

/** One deed of the app as a route or a job calls it. */
export interface UseCase {
  name: string
  /** The most that 95 of 100 calls may take, in ms; null where nothing was promised. */
  goal: number | null
  /** Calls in each round; fewer where getting ready takes long. */
  calls: number
  /** Gets ready, untimed; what it returns is timed, and says whether it did its work. */
  ready(crowd: Crowd): Promise<() => Promise<boolean>>
}

export const useCase = (
  name: string,
  ready: UseCase['ready'],
  { goal = 10, calls = 60 }: Partial<Pick<UseCase, 'goal' | 'calls'>> = {},
): UseCase => ({ name, ready, goal, calls })
