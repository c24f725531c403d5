import { chromium, type Browser } from 'playwright'
import { findBrowser } from './find-browser'

/** A real browser without any traffic of its own. Close it when done. */
export function openBrowser(further: readonly string[] = []): Promise<Browser> {
  const asRoot = process.getuid?.() === 0
  return chromium.launch({
    executablePath: findBrowser(),
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
