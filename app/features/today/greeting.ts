/** By the hour (0 to 23) where the person is. */
export function greetingAt(hour: number): string {
  if (hour >= 4 && hour < 11) return '좋은 아침이에요.'
  if (hour >= 11 && hour < 18) return '좋은 하루예요.'
  return '편안한 저녁이에요.'
}
