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

const phone = { viewport: { width: 360, height: 740 }, locale: 'ko-KR', timezoneId: 'Asia/Seoul' }

const visit = (options: { javaScriptEnabled?: boolean } = {}): Promise<Page> =>
  browser.newPage({ baseURL: server.url, ...phone, ...options })

async function signedIn(name = '김순자'): Promise<Page> {
  const page = await visit()
  await page.goto('/sign-in')
  await page.getByRole('button', { name }).click()
  await page.waitForURL((url) => url.pathname !== '/sign-in')
  return page
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const says = (page: Page, text: string) =>
  page.getByText(text).filter({ visible: true }).first().waitFor()

async function tables(page: Page) {
  const answer = await page.context().request.get('/me/data')
  if (answer.status() !== 200) return {}
  return ((await answer.json()) as { tables: Record<string, Record<string, unknown>[]> }).tables
}
const countOf = (page: Page, table: string) =>
  expect.poll(async () => (await tables(page))[table]?.length ?? 0)

/** Of the care date in Korea, Monday is 0: a medicine of today asks whether it was taken already. */
const careWeekday = () => (new Date(Date.now() + 5 * 3_600_000).getUTCDay() + 6) % 7

/** What is tapped within a second after something was written down counts as the same tap. */
const settle = (page: Page) => page.waitForTimeout(1_100)

/** From the list, by the name of the medicine. */
async function openCourse(page: Page, name: string) {
  await page.goto('/medication/courses')
  await page.getByRole('link', { name }).first().click()
  await page.getByRole('heading', { level: 1, name }).waitFor()
}

test('the first medicine: a consent of its own, then three taps and a number', async () => {
  const page = await visit()
  await page.goto('/medication')
  await page.getByRole('link', { name: '약봉지 넣기' }).click()
  await button(page, '동의해요').click()
  await page.getByLabel('아침').check()
  await button(page, '다음').click()
  await page.getByLabel('며칠치').fill('30')
  await button(page, '적어 두기').dblclick()
  await says(page, '적어 두었어요.')
  await says(page, '매일 아침')
  await countOf(page, 'packs').toBe(1)
  const { courses, consents } = await tables(page)
  expect(courses).toMatchObject([{ kind: 'pouch', label: '약봉지', ends_with_pack: false }])
  expect(consents).toMatchObject([{ kind: 'health_data', given: true, text_version: '2026-11' }])
  await page.reload()
  await says(page, '까지 있어요')
  await page.context().close()
})

test('the same without JavaScript; what was typed comes back with what is wrong', async () => {
  const page = await visit({ javaScriptEnabled: false })
  await page.goto('/medication/new')
  await button(page, '동의해요').click()
  await button(page, '다음').click()
  await page.getByRole('alert').getByText('고른 때가 없어요').waitFor()
  await page.getByLabel('아침').check()
  await page.getByLabel('자기 전').check()
  await button(page, '다음').click()
  await page.getByLabel('며칠치').fill('400')
  await page.getByLabel('내일 아침부터').check()
  await button(page, '적어 두기').click()
  await page.getByRole('alert').getByText('며칠치인지 알 수 없어요').waitFor()
  expect(await page.getByLabel('며칠치').inputValue()).toBe('400')
  expect(await page.getByLabel('내일 아침부터').isChecked()).toBe(true)
  await page.getByLabel('며칠치').fill('7')
  await button(page, '적어 두기').click()
  await says(page, '적어 두었어요.')
  await says(page, '매일 아침·자기 전')
  await button(page, '새 약 받았어요').click()
  await says(page, '새 약을 더했어요.')
  await button(page, '방금 더한 약 되돌리기').click()
  await says(page, '더한 약을 되돌렸어요.')
  const { courses, packs, retractions } = await tables(page)
  expect(courses).toMatchObject([{ ends_with_pack: true }])
  expect([packs?.length, retractions?.length]).toEqual([2, 1])
  await page.context().close()
})

test('who refuses goes on learning, and may decide again', async () => {
  const page = await visit()
  await page.goto('/medication/new')
  await button(page, '동의 안 해요').click()
  await says(page, '약은 적지 않기로 하셨어요')
  await page.goto('/learn')
  await page.getByRole('heading', { name: '사기 막기' }).first().waitFor()
  await page.goto('/medication/courses')
  await page.getByRole('link', { name: '다시 정하기' }).click()
  await button(page, '동의해요').click()
  await page.getByRole('heading', { name: '어느 때 봉지가 있나요?' }).waitFor()
  await countOf(page, 'consents').toBe(2)
  await page.context().close()
})

test('by keyboard alone', async () => {
  const page = await visit()
  await page.goto('/medication/new')
  const tabTo = async (name: string) => {
    for (let presses = 0; presses < 40; presses++) {
      await page.keyboard.press('Tab')
      const at = await page.evaluate(() => {
        const focused = document.activeElement
        if (focused === document.body) return ''
        const label = focused instanceof HTMLInputElement ? focused.labels?.[0] : focused
        return label?.textContent ?? ''
      })
      if (at.includes(name)) return
    }
    throw new Error(`${name} cannot be reached`)
  }
  await tabTo('동의해요')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: '어느 때 봉지가 있나요?' }).waitFor()
  await tabTo('저녁')
  await page.keyboard.press('Space')
  await tabTo('다음')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: '며칠치 받으셨어요?' }).waitFor()
  await tabTo('며칠치')
  await page.keyboard.type('14')
  await page.keyboard.press('Enter')
  await says(page, '적어 두었어요.')
  await says(page, '매일 저녁')
  await page.context().close()
})

/** Checks a time of day the pouch does not have yet: which ones it has depends on the hour. */
async function addATime(page: Page) {
  const noon = page.getByLabel('점심')
  const time = (await noon.isChecked()) ? page.getByLabel('자기 전') : noon
  await expect.poll(() => time.isChecked()).toBe(false)
  await time.check()
}

test('after an answer an edit applies tomorrow; on another phone that was slower it is refused kindly', async () => {
  const page = await signedIn()
  await page.getByRole('button', { name: '먹었어요' }).first().click()
  await says(page, '드셨어요.')
  const other = await signedIn()
  for (const phone of [page, other]) {
    await openCourse(phone, '약봉지')
    await phone.getByRole('link', { name: '고치기' }).click()
    await says(phone, '때나 양을 고치면 내일부터 바뀌어요.')
    await phone.getByLabel('약 이름').fill(phone === page ? '아침저녁 봉지' : '늦은 봉지')
    await addATime(phone)
  }
  await button(page, '고쳐 두기').dblclick()
  await says(page, '오늘은 그대로, 다음부터 바뀌어요.')
  await page.getByRole('heading', { level: 1, name: '아침저녁 봉지' }).waitFor()
  await page.getByText('휴대폰에 적어 두었어요').waitFor({ state: 'detached' })
  await button(other, '고쳐 두기').click()
  await button(other, '그만두기').click()
  await other.getByRole('heading', { level: 1, name: '아침저녁 봉지' }).waitFor()
  await other.getByRole('link', { name: '고치기' }).click()
  await expect.poll(() => other.getByLabel('약 이름').inputValue()).toBe('아침저녁 봉지')
  await other.getByLabel('약 이름').fill('우리 봉지')
  await button(other, '고쳐 두기').click()
  await other.getByRole('heading', { level: 1, name: '우리 봉지' }).waitFor()
  await countOf(other, 'course_versions').toBe(5)
  await page.context().close()
  await other.context().close()
})

test('a medicine entered after its time asks whether it was taken, and stands there as answered', async () => {
  const page = await visit()
  await page.goto('/medication/new/detail')
  await button(page, '동의해요').click()
  await page.getByLabel('약 이름').fill('눈약')
  await page.getByLabel('한 번에').fill('1')
  await page.getByLabel('매일').check()
  await page.getByText('정확한 시각에').click()
  await page.getByLabel('첫째 시각').pressSequentially('09') // Halfway it has no value.
  await button(page, '적어 두기').click()
  await page.getByRole('alert').getByText('시각을 알 수 없어요').waitFor()
  // The first minute of a care date is past at every hour.
  await page.getByLabel('첫째 시각').fill('04:00')
  await button(page, '적어 두기').click()
  const question = page.getByRole('group', { name: '오늘 오전 4시 약은 드셨어요?' })
  const asks = page.getByRole('heading', { name: '거의 다 됐어요. 한 가지만 더 여쭐게요.' })
  await expect.poll(() => asks.evaluate((it) => it === document.activeElement)).toBe(true)
  await button(page, '적어 두기').first().click()
  await question.getByText('하나를 골라 주세요.').waitFor()
  await question.getByRole('radio', { name: /네, 먹었어요/ }).check()
  await button(page, '적어 두기').first().click()
  await page.getByRole('heading', { level: 1, name: '눈약' }).waitFor()
  await page.goto('/medication')
  await says(page, '오전 4시에 드셨어요.')
})

test('one medicine in detail, paused, resumed and ended', async () => {
  const page = await signedIn('박영호')
  await page.goto('/medication/new/detail')
  await button(page, '동의해요').click()
  // The strip above moves what is tapped when it goes.
  await countOf(page, 'consents').toBe(1)
  await page.getByText('휴대폰에 적어 두었어요').waitFor({ state: 'detached' })
  await page.getByLabel('약 이름').fill('관절약')
  await page.getByLabel('한 번에').fill('반')
  await button(page, '적어 두기').click()
  await page.getByRole('alert').getByText('드시는 때가 없어요').waitFor()
  await page.getByRole('alert').getByText('며칠마다인지 비어 있어요').waitFor()
  await page.getByLabel('점심').check()
  await page.getByLabel('요일마다').check()
  const others = [...'월화수목금토일'].filter((_, bit) => bit !== careWeekday()).slice(0, 2)
  for (const day of others) await page.getByLabel(`${day}요일`).check()
  await button(page, '적어 두기').click()
  await says(page, `${others.join('·')}요일 점심`)
  await says(page, '반 알')
  await page.getByText('이 약 쉬기').click()
  await page.getByLabel('의사가 쉬라고 했어요').check()
  await button(page, '쉬기').click()
  await says(page, '쉬는 약')
  await settle(page)
  await button(page, '다시 시작').click()
  await says(page, '드시는 약')
  await settle(page)
  await page.getByText('이 약 끝내기').click()
  await button(page, '끝내기').click()
  await says(page, '끝냈어요.')
  // Nothing is bought for it any more, and nobody is told of its silence.
  expect(await page.getByText(/남은 약|답 없을 때 알리기/).count()).toBe(0)
  await page.goto('/medication/courses')
  await page.getByRole('link', { name: '관절약' }).waitFor()
  await countOf(page, 'pause_ends').toBe(1)
  await page.goto('/medication/pause')
  await page.getByRole('radio', { name: '며칠 전부터' }).check()
  await page.getByLabel('며칠 전부터예요?').fill('3')
  await button(page, '모두 쉬기').click()
  await says(page, '약을 쉬고 있어요')
  await settle(page)
  await button(page, '퇴원했어요').click()
  await page.getByRole('heading', { name: '입원 중이세요?' }).waitFor()
  await countOf(page, 'pause_ends').toBe(2)
  await page.goto('/medication/hours')
  await page.getByLabel('점심').fill('12:30')
  await button(page, '시간 적어 두기').click()
  await says(page, '시간을 적어 두었어요.')
  await countOf(page, 'slot_hours').toBe(1)
  await page.goto('/medication/new')
  await says(page, '낮 12시 30분')
  await page.context().close()
})

test('a practice answered before the scripts came begins anew as well', async () => {
  const page = await visit()
  await page.route('**/assets/**', async (route) => {
    await new Promise((done) => setTimeout(done, 1_500))
    await route.continue()
  })
  await page.goto('/medication/practice', { waitUntil: 'commit' })
  await button(page, '먹었어요').click()
  await says(page, '드셨어요.')
  await page.waitForLoadState('networkidle')
  await button(page, '처음부터 다시').click()
  await button(page, '먹었어요').waitFor()
  await page.context().close()
})

test('a practice dose is answered like any other and leaves no trace', async () => {
  const page = await visit()
  const posts: string[] = []
  page.on('request', (request) => {
    if (request.method() === 'POST') posts.push(request.url())
  })
  await page.goto('/medication/practice', { waitUntil: 'networkidle' })
  await button(page, '먹었어요').click()
  await says(page, '드셨어요.')
  await button(page, '처음부터 다시').click()
  await button(page, '먹었어요').waitFor()
  await page.reload()
  await button(page, '먹었어요').waitFor()
  expect(posts).toEqual([])
  expect(await page.context().cookies()).toEqual([])
  await page.context().close()
})
