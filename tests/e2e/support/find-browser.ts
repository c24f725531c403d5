import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { chromium } from 'playwright'

const installed = [
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
]

const debiansShell = '/usr/bin/chromium-headless-shell'

/** What the search depends on, handed over so that each turn of it can be tested. */
export interface Machine {
  env: Record<string, string | undefined>
  platform: NodeJS.Platform
  isRoot: boolean
  exists(path: string): boolean
  playwrightsOwn(): string
  /** Runs a command to its end; true when it succeeded. */
  run(command: string, args: readonly string[]): boolean
}

/**
 * The path of a Chrome or Chromium, in this order: `CHROMIUM_PATH`, Playwright's own, an installed one, Playwright's
 * download, and on a Debian build machine (`CI=true`, root) its package.
 * @throws with a sentence that says what to do.
 */
export function findBrowser(machine: Machine = thisMachine): string {
  const named = machine.env.CHROMIUM_PATH
  if (named) {
    if (machine.exists(named)) return named
    throw new Error(`CHROMIUM_PATH names ${named}, but nothing is there`)
  }
  const present = () =>
    [machine.playwrightsOwn(), ...installed].find((path) => machine.exists(path))
  const found = present()
  if (found) return found
  machine.run(process.execPath, [playwrightCli(), 'install', 'chromium'])
  const debian = machine.platform === 'linux' && machine.exists('/etc/debian_version')
  if (!present() && machine.env.CI === 'true' && machine.isRoot && debian) {
    machine.run('apt-get', ['update'])
    machine.run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-nanum'])
  }
  const fetched = present()
  if (fetched) return fetched
  throw new Error(
    'No Chrome or Chromium was found and none could be fetched. Install one, or name it: CHROMIUM_PATH=/path/to/chrome npm test',
  )
}

/**
 * The same browser without a window's trappings (Debian's package, or what Playwright fetches beside its own): it draws
 * and runs pages alike for less than half the processor time. Null where there is none, or where a browser is named.
 */
export function findHeadlessShell(machine: Machine = thisMachine): string | null {
  if (machine.env.CHROMIUM_PATH) return null
  const beside = besidePlaywrightsOwn(machine.playwrightsOwn())
  return [beside, debiansShell].find((path) => path !== null && machine.exists(path)) ?? null
}

/** `…/chromium-1/chrome-linux64/chrome` has its shell in `…/chromium_headless_shell-1/chrome-headless-shell-linux64/`. */
function besidePlaywrightsOwn(path: string): string | null {
  const named = /^(.*[\\/])chromium-(\d+)([\\/])chrome-([^\\/]+)[\\/]/.exec(path)
  if (!named) return null
  const [, root = '', revision = '', slash = '', platform = ''] = named
  const ending = platform.startsWith('win') ? '.exe' : ''
  return `${root}chromium_headless_shell-${revision}${slash}chrome-headless-shell-${platform}${slash}chrome-headless-shell${ending}`
}

function playwrightCli(): string {
  return join(dirname(createRequire(import.meta.url).resolve('playwright/package.json')), 'cli.js')
}

const thisMachine: Machine = {
  env: process.env,
  platform: process.platform,
  isRoot: process.getuid?.() === 0,
  exists: existsSync,
  playwrightsOwn: () => chromium.executablePath(),
  run: (command, args) => spawnSync(command, [...args], { stdio: 'inherit' }).status === 0,
}
