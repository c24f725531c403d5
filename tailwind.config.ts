import type { Config } from 'tailwindcss'
import plugin from 'tailwindcss/plugin'

/**
 * The one place for design tokens; docs/visual-language.md says what each is for and what was measured.
 * A theme names every colour; `edge` and `due` are the widths of borders, `bar` that of the marker of the open tab.
 */
export const light = {
  paper: '#faf6ec',
  card: '#fffefb',
  ink: '#1f1a17',
  soft: '#4a423b',
  line: '#857a6e',
  hair: '#dfd6c6',
  pine: '#12473d',
  'pine-deep': '#0b342c',
  'on-pine': '#ffffff',
  tint: '#e2eee7',
  'tint-edge': '#c9dcd1',
  mark: '#ffe49b',
  danger: '#8e1414',
  'danger-block': '#8e1414',
  'on-danger': '#ffffff',
  'danger-tint': '#fbe4e0',
  caution: '#fff0cc',
  'caution-ink': '#5f3f00',
  quiet: '#ece8e0',
  'quiet-ink': '#41454b',
} as const

export type Theme = Record<keyof typeof light, string>

export const dark: Theme = {
  paper: '#1b1714',
  card: '#27211d',
  ink: '#f5eee4',
  soft: '#d3c8bb',
  line: '#96897c',
  hair: '#463d36',
  pine: '#a9dcc8',
  'pine-deep': '#c4ebdb',
  'on-pine': '#0b2a22',
  tint: '#213b33',
  'tint-edge': '#35564b',
  mark: '#594509',
  danger: '#ffb9ae',
  'danger-block': '#8e1414',
  'on-danger': '#ffffff',
  'danger-tint': '#4a1f1b',
  caution: '#3d2f0f',
  'caution-ink': '#ffd98a',
  quiet: '#35302b',
  'quiet-ink': '#dcd6ce',
}

export const contrast: Theme = {
  paper: '#ffffff',
  card: '#ffffff',
  ink: '#000000',
  soft: '#000000',
  line: '#000000',
  hair: '#000000',
  pine: '#000000',
  'pine-deep': '#2b2b2b',
  'on-pine': '#ffffff',
  tint: '#ffffff',
  'tint-edge': '#000000',
  mark: '#ffe066',
  danger: '#7a0000',
  'danger-block': '#7a0000',
  'on-danger': '#ffffff',
  'danger-tint': '#ffffff',
  caution: '#ffffff',
  'caution-ink': '#000000',
  quiet: '#ffffff',
  'quiet-ink': '#000000',
}

export const contrastDark: Theme = {
  paper: '#000000',
  card: '#000000',
  ink: '#ffe066',
  soft: '#ffe066',
  line: '#ffe066',
  hair: '#ffe066',
  pine: '#ffe066',
  'pine-deep': '#fff0a8',
  'on-pine': '#000000',
  tint: '#000000',
  'tint-edge': '#ffe066',
  mark: '#463800',
  danger: '#ffc9c0',
  'danger-block': '#ffc9c0',
  'on-danger': '#000000',
  'danger-tint': '#000000',
  caution: '#000000',
  'caution-ink': '#ffe066',
  quiet: '#000000',
  'quiet-ink': '#ffe066',
}

const fineEdges = { '--edge': '2px', '--due': '3px', '--verdict': '4px', '--bar': '5px' }
const strongEdges = { '--edge': '3px', '--due': '6px', '--verdict': '6px', '--bar': '8px' }

function asVariables(theme: Theme): Record<string, string> {
  return Object.fromEntries(Object.entries(theme).map(([name, value]) => [`--${name}`, value]))
}

const asThePhone = ':root:not([data-theme]), [data-theme="system"]'
const light_ = { 'color-scheme': 'light', ...asVariables(light), ...fineEdges }
const dark_ = { 'color-scheme': 'dark', ...asVariables(dark), ...fineEdges }
const contrast_ = { 'color-scheme': 'light', ...asVariables(contrast), ...strongEdges }
const contrastDark_ = { 'color-scheme': 'dark', ...asVariables(contrastDark), ...strongEdges }

const themes = plugin(({ addBase }) => {
  addBase({
    ':root, [data-theme="light"]': light_,
    '[data-theme="dark"]': dark_,
    '[data-theme="contrast"]': contrast_,
    '@media (prefers-color-scheme: dark)': {
      [asThePhone]: dark_,
      '[data-theme="contrast"]': contrastDark_,
    },
    '@media (prefers-contrast: more)': { [asThePhone]: contrast_ },
    '@media (prefers-contrast: more) and (prefers-color-scheme: dark)': {
      [asThePhone]: contrastDark_,
    },
  })
})

/** Steps of 8 px at the phone's normal size, with halves for what belongs closely together. */
const spacing = {
  0: '0',
  px: '1px',
  1: '0.25rem',
  2: '0.5rem',
  3: '0.75rem',
  4: '1rem',
  5: '1.25rem',
  6: '1.5rem',
  8: '2rem',
  10: '2.5rem',
  12: '3rem',
  16: '4rem',
  20: '5rem',
  // Sideways room gives way before words do: at 200 % text it stays what it was.
  gutter: 'min(1.25rem, 5.5vw)',
  // With the edge as much as without: a thicker one takes nothing from the words.
  within: 'calc(0.75rem + 2px - var(--edge))',
  // Fingers do not grow with the text: targets are floors in pixels, the text inside makes them grow.
  target: '48px',
  button: '56px',
  answer: '64px',
  icon: '28px',
}

export default {
  content: [],
  theme: {
    colors: {
      transparent: 'transparent',
      current: 'currentColor',
      inherit: 'inherit',
      ...Object.fromEntries(Object.keys(light).map((name) => [name, `var(--${name})`])),
    },
    spacing,
    screens: { wide: '48rem' },
    fontFamily: {
      sans: `-apple-system, 'Apple SD Gothic Neo', 'Noto Sans KR', 'Noto Sans CJK KR', 'Malgun Gothic', system-ui, sans-serif`,
    },
    fontSize: {
      caption: ['1.1875rem', '1.5'],
      body: ['1.25rem', '1.6'],
      button: ['1.375rem', '1.5'],
      h2: ['1.5rem', '1.5'],
      h1: ['1.75rem', '1.5'],
      verdict: ['2rem', '1.5'],
    },
    fontWeight: { normal: '400', bold: '700' },
    lineHeight: { tight: '1.5', body: '1.6' },
    borderRadius: { none: '0', mark: '0.25rem', control: '0.75rem', card: '1rem', full: '999px' },
    borderWidth: {
      0: '0',
      6: '6px',
      edge: 'var(--edge)',
      due: 'var(--due)',
      verdict: 'var(--verdict)',
    },
    textUnderlineOffset: { 6: '6px' },
    textDecorationThickness: { 2: '2px' },
    maxWidth: { page: '36rem', wide: '68rem', full: '100%' },
    transitionDuration: { DEFAULT: '150ms', calm: '220ms' },
  },
  plugins: [themes],
} satisfies Config
