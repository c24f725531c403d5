import type { PartOfDay } from '~/ui/arch-window'

const greetings: Record<PartOfDay, string> = {
  morning: '좋은 아침이에요.',
  noon: '좋은 하루예요.',
  evening: '편안한 저녁이에요.',
  night: '편안한 밤이에요.',
}

/** By the hour (0 to 23) where the person is. */
export function greetingAt(hour: number): { part: PartOfDay; words: string } {
  const part = partOfDay(hour)
  return { part, words: greetings[part] }
}

function partOfDay(hour: number): PartOfDay {
  if (hour < 4 || hour >= 21) return 'night'
  if (hour < 11) return 'morning'
  return hour < 18 ? 'noon' : 'evening'
}
