import { chromium, type Browser } from 'playwright'
import { findBrowser, findHeadlessShell } from './find-browser'

/** A real browser without any traffic of its own. Close it when done. */
export function openBrowser(further: readonly string[] = []): Promise<Browser> {
  return launch(findBrowser(), further)
}

/**
 * A headless shell where one is found, else the same as `openBrowser`. It lacks what a worker does while no page is open
 * (Background Sync, notifications), so it is for files that ask what pages show and do while they are looked at.
 */
export function openPageBrowser(): Promise<Browser> {
  return launch(findHeadlessShell() ?? findBrowser(), [])
}

function launch(executablePath: string, further: readonly string[]): Promise<Browser> {
  const asRoot = process.getuid?.() === 0
  return chromium.launch({
    executablePath,
    args: [
      ...(asRoot ? ['--no-sandbox'] : []),
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-default-apps',
      '--disable-sync',
      '--no-first-run',
      '--disable-dev-shm-usage',
      '--lang=ko-KR',
      ...further,
    ],
  })
}
