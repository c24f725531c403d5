import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPageBrowser } from './support/browser'
import { startServer, type RunningServer } from './support/server'

let server: RunningServer
let browser: Browser

beforeAll(async () => {
  server = await startServer()
  browser = await openPageBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

async function visit(options: { javaScriptEnabled?: boolean } = {}): Promise<Page> {
  const context = await browser.newContext({
    baseURL: server.url,
    viewport: { width: 360, height: 740 },
    ...options,
  })
  return context.newPage()
}

async function dataOf(page: Page) {
  const answer = await page.context().request.get('/me/data')
  expect(answer.status()).toBe(200)
  return (await answer.json()) as { tables: Record<string, Record<string, unknown>[]> }
}

test('the first visit shows a card, and reading leaves no row and no cookie', async () => {
  const page = await visit()
  await page.goto('/')
  await page.getByRole('link', { name: '배우기' }).click()
  await page.getByRole('heading', { name: '이렇게 해요' }).waitFor()
  expect((await page.context().cookies()).map(({ name }) => name)).toEqual([])
  await page.context().close()
})

test('answering finishes the card, gives its points once and counts the day', async () => {
  const page = await visit()
  await page.goto('/')
  await page.getByRole('link', { name: '배우기' }).click()
  await page.getByRole('button', { name: '설정에서 글자를 키워요' }).dblclick()
  await page.getByText('맞았어요').waitFor()
  await page.getByText('10점을 모았어요').waitFor()
  await page.getByRole('link', { name: '오늘로 가기' }).click()
  await page.getByText('함께한 날 1일').waitFor()
  await page.getByText('오늘 배움을 마쳤어요.').waitFor()

  await page.getByRole('link', { name: '다시 보기' }).click()
  // Opening a card is noted of a person, once a day; of the visitor of before nothing was.
  const views = async () =>
    (await dataOf(page)).tables.audit_logs?.filter(({ action }) => action === 'card_view')
  await expect.poll(views).toMatchObject([{ details: { card_id: 'text-larger' } }])
  await page.getByRole('button', { name: '큰 휴대폰을 새로 사요' }).click()
  await page.getByText('이게 맞아요').waitFor()
  // What was being sent when the page went is sent once more by the next one.
  await page.reload()
  await expect.poll(async () => (await dataOf(page)).tables.quiz_answers).toHaveLength(2)
  expect(await views()).toHaveLength(1)
  const { tables } = await dataOf(page)
  expect(tables.card_completions).toHaveLength(1)
  expect(tables.points_ledger).toMatchObject([{ points: 10 }])
  expect(tables.days_together).toHaveLength(1)
  await page.context().close()
})

test('들어 보기 says everything that stands on the card, in its order, and marks it', async () => {
  const page = await visit()
  await page.addInitScript(() => {
    const said: string[] = []
    const voice = { lang: 'ko-KR', localService: true }
    const speak = ({ text, onend }: SpeechSynthesisUtterance) => {
      said.push(text)
      setTimeout(() => onend?.call(null as never, null as never), 30)
    }
    const synthesis = { getVoices: () => [voice], speak, cancel: () => undefined }
    Object.defineProperty(window, 'speechSynthesis', { value: synthesis })
    Object.assign(window, {
      said,
      SpeechSynthesisUtterance: class {
        constructor(readonly text: string) {}
      },
    })
  })
  await page.goto('/learn/text-larger')
  const before = await page.getByRole('main').innerText()
  await page.getByRole('button', { name: '들어 보기' }).click()
  await page.locator('[data-reading]').first().waitFor()
  await page.getByRole('button', { name: '들어 보기' }).waitFor()
  const heard = () => page.evaluate(() => (window as unknown as { said: string[] }).said)
  const said = await heard()
  let from = 0
  for (const sentence of said) {
    const at = before.indexOf(sentence, from)
    expect(at, sentence).toBeGreaterThanOrEqual(from)
    from = at + sentence.length
  }
  // Left out is only what is drawn, what is to be tapped, and what says where one is.
  const drawn = await page.getByRole('img').locator('text').allTextContents()
  const rest = said
    .reduce((kept, sentence) => kept.replace(sentence, ''), before)
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !drawn.includes(line) && !/^\d$/.test(line))
  expect(rest).toEqual([
    expect.stringMatching(/ · \d분$/),
    '들어 보기',
    '글씨 크게',
    '한 번 풀어 봐요',
    '틀려도 괜찮아요. 바로 알려 드려요.',
  ])
  await page.getByRole('button', { name: '설정에서 글자를 키워요' }).click()
  await page.getByText('10점을 모았어요').waitFor()
  await page.getByRole('button', { name: '들어 보기' }).click()
  const answer = page.getByRole('status').filter({ hasText: '맞았어요' })
  const explained = (await answer.innerText()).split(/\n+/).slice(1).join(' ')
  await expect.poll(async () => (await heard()).slice(said.length).join(' ')).toContain(explained)
  await page.context().close()
})

test('everything can be read and answered without JavaScript', async () => {
  const page = await visit({ javaScriptEnabled: false })
  await page.goto('/')
  await page.getByRole('link', { name: '배우기' }).click()
  await page.getByRole('button', { name: '휴대폰 가게에 맡겨요' }).click()
  await page.getByText('이게 맞아요').waitFor()
  await page.goto('/')
  await page.getByText('함께한 날 1일').waitFor()
  const { tables } = await dataOf(page)
  expect(tables.quiz_answers).toMatchObject([{ correct: false }])
  await page.context().close()
})

test('another track changes which card is for today', async () => {
  const page = await visit()
  await page.goto('/learn')
  const track = page.getByRole('region', { name: '사기 막기' })
  await track.getByRole('button', { name: '이것부터 배우기' }).click()
  await track.getByText('지금 배우는 길이에요.').waitFor()
  await page.getByRole('link', { name: '오늘', exact: true }).last().click()
  await page.getByRole('heading', { name: '택배 문자 확인하기' }).waitFor()
  await page.context().close()
})

test('somebody with a history sees it, and a wrong answer of some days ago comes back', async () => {
  const page = await visit()
  await page.goto('/sign-in')
  await page.getByRole('button', { name: '김순자 님으로' }).click()
  await page.getByText('김순자 님', { exact: true }).waitFor()
  await page.getByText('함께한 날 32일').waitFor()
  await page.getByRole('link', { name: '다시 풀기' }).waitFor()
  await page.context().close()
})

test('the chosen size holds on the next page and after a reload', async () => {
  const page = await visit()
  await page.goto('/')
  await page.getByRole('radio', { name: '아주 크게' }).check()
  expect(await page.evaluate(() => document.documentElement.dataset.text)).toBe('200')
  await page.getByRole('link', { name: '배우기' }).click()
  await page.getByRole('heading', { name: '이렇게 해요' }).waitFor()
  await page.reload()
  expect(await page.evaluate(() => document.documentElement.dataset.text)).toBe('200')
  await page.context().close()
})
