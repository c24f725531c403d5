import type { Page } from 'playwright'

/** The code that was just sent, once the page asks for it. The inbox is asked for as a document, not opened. */
export async function newestCode(page: Page): Promise<string> {
  await page.getByLabel('인증번호 여섯 자리').waitFor()
  const inbox = await page.request.get('/dev/inbox')
  return /인증번호 (\d{6})/.exec(await inbox.text())?.[1] ?? ''
}

/** Opens 오늘 as a visitor has it and answers its card, by two taps as of a trembling finger. */
export async function finishTodaysCard(page: Page): Promise<void> {
  await page.goto('/')
  await page.getByRole('link', { name: '배우기' }).click()
  const sent = page.waitForResponse('**/outbox')
  await page.getByRole('button', { name: '설정에서 글자를 키워요' }).dblclick()
  await page.getByText('10점을 모았어요').waitFor()
  if ((await sent).status() !== 200) throw new Error('the outbox was not taken')
}

/** Ties the number to whoever uses this browser, or opens the account that has it. */
export async function signIn(page: Page, phone: string): Promise<void> {
  await page.goto('/sign-in')
  await page.getByLabel('전화번호').fill(phone)
  await page.getByRole('button', { name: '인증번호 받기' }).click()
  await page.getByLabel('인증번호 여섯 자리').fill(await newestCode(page))
  await page.getByRole('button', { name: '확인하기' }).click()
  await page.waitForURL((url) => url.pathname === '/')
}
