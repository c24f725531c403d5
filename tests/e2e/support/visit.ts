import type { Browser, BrowserContext, Page } from 'playwright'
import type { ListedPage } from './listed-page'

/** Opens the page and does what the list says is done there. @returns the status of the page's answer. */
export async function openListed(page: Page, listed: ListedPage): Promise<number | undefined> {
  // To a document that is open already only the fragment would be followed.
  if (listed.path.includes('#')) await page.goto('about:blank')
  const answer = await page.goto(listed.path, { waitUntil: 'networkidle' })
  for (const [label, value] of Object.entries(listed.fills ?? {})) {
    const field = page.getByRole('textbox', { name: label })
    if (await field.isVisible()) await field.fill(value)
  }
  for (const name of listed.taps ?? []) {
    for (const pick of listed.picks ?? []) await choose(page, pick)
    const button = page.getByRole('button', { name })
    if (!(await button.isVisible())) continue
    // What the page does by itself asks nothing; what is sent is waited for.
    const asked = page
      .waitForRequest((request) => request.method() === 'POST', { timeout: 1_500 })
      .then((request) => request.response())
      .catch(() => null)
    await button.click()
    await asked
    await page.locator('button[aria-disabled]').waitFor({ state: 'detached' })
  }
  if (listed.follows) {
    await page.getByRole('link', { name: listed.follows }).click()
    await page.waitForLoadState('networkidle')
  }
  return answer?.status()
}

async function choose(page: Page, label: string): Promise<void> {
  const choice = page.getByRole('checkbox', { name: label })
  if (await choice.isVisible()) await choice.check()
}

type State = Awaited<ReturnType<BrowserContext['storageState']>>

const names = { senior: '김순자', daughter: '김미영', newcomer: '박영호' } as const

/** Signs people of the demo families in once each and opens pages as them. */
export class Visitors {
  private readonly states = new Map<string, Promise<State>>()
  private readonly shared = new Map<string, Promise<BrowserContext>>()

  constructor(
    private readonly browser: Browser,
    private readonly url: string,
  ) {}

  /** A context of its own: close it through `page.context().close()`. */
  async open(
    who: ListedPage['as'],
    options: Parameters<Browser['newContext']>[0] = {},
  ): Promise<Page> {
    return (await this.newContext(who, options)).newPage()
  }

  /** In the one context that this person's other pages share: files are fetched and read once. Close only the page. */
  async openBeside(who: ListedPage['as']): Promise<Page> {
    const known = this.shared.get(who) ?? this.newContext(who)
    this.shared.set(who, known)
    return (await known).newPage()
  }

  private async newContext(
    who: ListedPage['as'],
    options: Parameters<Browser['newContext']>[0] = {},
  ): Promise<BrowserContext> {
    const storageState = who === 'nobody' ? undefined : await this.stateOf(who)
    return this.browser.newContext({
      ...options,
      baseURL: this.url,
      locale: 'ko-KR',
      timezoneId: 'Asia/Seoul',
      serviceWorkers: 'block',
      ...(storageState ? { storageState } : {}),
    })
  }

  private stateOf(who: keyof typeof names): Promise<State> {
    const known = this.states.get(who) ?? this.signIn(who)
    this.states.set(who, known)
    return known
  }

  private async signIn(who: keyof typeof names): Promise<State> {
    const context = await this.browser.newContext({ baseURL: this.url, serviceWorkers: 'block' })
    const page = await context.newPage()
    await page.goto('/sign-in')
    await page.getByRole('button', { name: names[who] }).click()
    await page.waitForURL((url) => url.pathname !== '/sign-in')
    const state = await context.storageState()
    await context.close()
    return state
  }
}
