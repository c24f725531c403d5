// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { contrast, contrastDark, dark, light } from '../../tailwind.config'
import {
  defaultLook,
  lookBootScript,
  parseLook,
  readLook,
  serialiseLook,
  textSizes,
  themeColours,
  themes,
} from './look'

test('every look survives the cookie', () => {
  for (const textSize of textSizes)
    for (const theme of themes) {
      const look = { textSize, theme, speechRate: 1.1 as const }
      const cookie = serialiseLook(look, { secure: true }).split(';')[0] ?? ''
      expect(parseLook(`other=1; ${cookie}; last=2`)).toEqual(look)
    }
})

test('what is missing or strange becomes the default, each part for itself', () => {
  expect(parseLook(null)).toEqual(defaultLook)
  expect(parseLook('look=')).toEqual(defaultLook)
  expect(parseLook('outlook=200_dark_1.1')).toEqual(defaultLook)
  expect(parseLook('look=9000_dark_"><script>')).toEqual({ ...defaultLook, theme: 'dark' })
  expect(readLook({ textSize: '160', theme: 'neon' })).toEqual({ ...defaultLook, textSize: 160 })
})

test('the cookie can be read by scripts and is Secure wherever it can be', () => {
  expect(serialiseLook(defaultLook, { secure: true })).toMatch(/SameSite=Lax; Secure$/)
  expect(serialiseLook(defaultLook, { secure: false })).not.toMatch(/HttpOnly|Secure/)
})

function boot(cookie: string) {
  const html = document.documentElement
  Object.assign(html.dataset, { theme: 'system', text: '100' })
  document.head.innerHTML =
    '<meta name="theme-color" content="a"><meta name="theme-color" content="b">'
  document.cookie = cookie
  Object.assign(window, { CSS: { supports: () => false } })
  window.eval(lookBootScript)
  const colours = [...html.querySelectorAll('meta')].map((meta) => meta.getAttribute('content'))
  return [html.dataset.theme, html.dataset.text, ...colours]
}

test('a document stored without a person shows the look of the phone', () => {
  const { textSize, theme } = { textSize: 160, theme: 'dark' } as const
  const cookie = serialiseLook({ textSize, theme, speechRate: 0.9 }, { secure: false })
  expect(boot(cookie)).toEqual(['dark', '160', themeColours.dark, themeColours.dark])
  expect(boot('look=1000_dark_0.9')).toEqual(['system', '100', 'a', 'b'])
})

test("the browser's own bars have the colour of the paper", () => {
  expect(themeColours).toEqual({
    light: light.paper,
    dark: dark.paper,
    contrast: contrast.paper,
    contrastDark: contrastDark.paper,
  })
})
