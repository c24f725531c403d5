import { describe, expect, test } from 'vitest'
import { contrast, contrastDark, dark, light, type Theme } from '../../tailwind.config'

/** WCAG 2.2, relative luminance and contrast ratio. */
function ratio(a: string, b: string): number {
  const luminance = (hex: string) => {
    const [r = 0, g = 0, b = 0] = [1, 3, 5]
      .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (high + 0.05) / (low + 0.05)
}

type Token = keyof Theme

const words: readonly [Token, Token][] = [
  ['ink', 'paper'],
  ['ink', 'card'],
  ['ink', 'tint'],
  ['ink', 'mark'],
  ['ink', 'caution'],
  ['ink', 'danger-tint'],
  ['ink', 'quiet'],
  ['soft', 'paper'],
  ['soft', 'card'],
  ['soft', 'tint'],
  ['pine', 'paper'],
  ['pine', 'card'],
  ['pine', 'tint'],
  ['on-pine', 'pine'],
  ['on-pine', 'pine-deep'],
  ['danger', 'paper'],
  ['danger', 'card'],
  ['danger', 'danger-tint'],
  ['on-danger', 'danger-block'],
  ['caution-ink', 'caution'],
  ['quiet-ink', 'quiet'],
]
const edges: readonly [Token, Token][] = [
  ['line', 'paper'],
  ['line', 'card'],
  ['line', 'quiet'],
  ['pine', 'paper'],
  ['caution-ink', 'paper'],
  ['danger', 'paper'],
]

describe.each(Object.entries({ light, dark, contrast, contrastDark }))('%s', (name, theme) => {
  const least = name.startsWith('contrast') ? 8.5 : 7
  test.each(words)(`words: %s on %s at least ${least}:1`, (one, other) => {
    expect(ratio(theme[one], theme[other])).toBeGreaterThanOrEqual(least)
  })
  test.each(edges)('edges: %s on %s at least 3:1', (one, other) => {
    expect(ratio(theme[one], theme[other])).toBeGreaterThanOrEqual(3)
  })
})
