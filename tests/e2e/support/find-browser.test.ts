import { expect, test } from 'vitest'
import { findBrowser, findHeadlessShell, type Machine } from './find-browser'

function machine(
  present: readonly string[],
  given: Partial<Machine> = {},
): Machine & { ran: string[] } {
  const there = new Set(present)
  const ran: string[] = []
  return {
    env: {},
    platform: 'linux',
    isRoot: true,
    exists: (path) => there.has(path),
    playwrightsOwn: () => '/cache/playwright/chrome',
    run: (command, args) => {
      ran.push([command, ...args].join(' '))
      return true
    },
    ran,
    ...given,
  }
}

test('a named browser wins over everything', () => {
  const one = machine(['/opt/chrome', '/usr/bin/chromium'], {
    env: { CHROMIUM_PATH: '/opt/chrome' },
  })
  expect(findBrowser(one)).toBe('/opt/chrome')
})

test('a named browser that is not there is said, not passed over', () => {
  const one = machine(['/usr/bin/chromium'], { env: { CHROMIUM_PATH: '/opt/chrome' } })
  expect(() => findBrowser(one)).toThrow('/opt/chrome')
})

test('the one Playwright has comes before the installed one, and nothing is fetched', () => {
  const one = machine(['/cache/playwright/chrome', '/usr/bin/chromium'])
  expect(findBrowser(one)).toBe('/cache/playwright/chrome')
  expect(findBrowser(machine(['/usr/bin/chromium']))).toBe('/usr/bin/chromium')
  expect(one.ran).toEqual([])
})

test('without any, Playwright fetches one; Debian is asked only on a build machine', () => {
  const laptop = machine(['/etc/debian_version'])
  expect(() => findBrowser(laptop)).toThrow('CHROMIUM_PATH=')
  expect(laptop.ran).toHaveLength(1)
  expect(laptop.ran[0]).toContain('install chromium')

  const there = new Set(['/etc/debian_version'])
  const build = machine([], {
    env: { CI: 'true' },
    exists: (path) => there.has(path),
    run: (command) => {
      if (command === 'apt-get') there.add('/usr/bin/chromium')
      return true
    },
  })
  expect(findBrowser(build)).toBe('/usr/bin/chromium')
})

const cache = '/cache/playwright/'
const withWindow = `${cache}chromium-12/chrome-linux64/chrome`
const withoutWindow = `${cache}chromium_headless_shell-12/chrome-headless-shell-linux64/chrome-headless-shell`
const debians = '/usr/bin/chromium-headless-shell'

test('the shell beside the browser Playwright has comes before the installed one', () => {
  const playwrightsOwn = () => withWindow
  const both = machine([withWindow, withoutWindow, debians], { playwrightsOwn })
  expect(findHeadlessShell(both)).toBe(withoutWindow)
  expect(findHeadlessShell(machine([withWindow, debians], { playwrightsOwn }))).toBe(debians)
  const windows = 'C:\\cache\\chromium_headless_shell-12\\chrome-headless-shell-win64\\'
  const there = machine([`${windows}chrome-headless-shell.exe`], {
    playwrightsOwn: () => 'C:\\cache\\chromium-12\\chrome-win64\\chrome.exe',
  })
  expect(findHeadlessShell(there)).toBe(`${windows}chrome-headless-shell.exe`)
})

test('nobody needs a shell, and a named browser does everything', () => {
  const one = machine([withWindow, '/usr/bin/chromium'], { playwrightsOwn: () => withWindow })
  expect(findHeadlessShell(one)).toBeNull()
  const named = machine([debians, '/opt/chrome'], { env: { CHROMIUM_PATH: '/opt/chrome' } })
  expect(findHeadlessShell(named)).toBeNull()
  expect(one.ran).toEqual([])
})
