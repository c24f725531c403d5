import type { Page } from 'playwright'

/** Where the parts that read pictures stand, until the person has read the words there. */
export async function openReader(page: Page): Promise<void> {
  await page.goto('/dev/ui#pictures', { waitUntil: 'networkidle' })
}

export const choose = (page: Page, label: string, picture: Buffer) =>
  page
    .getByLabel(label)
    .setInputFiles({ name: 'picture.png', mimeType: 'image/png', buffer: picture })

const bar = (page: Page) => page.getByRole('progressbar')
export const readText = (page: Page) => page.getByRole('textbox', { name: '읽은 글', exact: true })

/** Chooses a picture, says yes to the reader, and waits until it is there. @returns milliseconds. */
export async function fetchReader(page: Page, picture: Buffer): Promise<number> {
  await choose(page, '사진에서 글자 읽기', picture)
  const began = Date.now()
  await page.getByRole('button', { name: '받고 사진 읽기' }).click()
  await page.getByRole('progressbar', { name: '글자를 읽는 중이에요' }).waitFor()
  const ms = Date.now() - began
  await bar(page).waitFor({ state: 'detached', timeout: 60_000 })
  return ms
}

/** Reads a picture with the reader that is there. @returns its words, empty where none were found. */
export async function readPicture(page: Page, picture: Buffer) {
  await readText(page).fill('')
  const began = Date.now()
  await choose(page, '사진에서 글자 읽기', picture)
  await bar(page).waitFor()
  await bar(page).waitFor({ state: 'detached', timeout: 60_000 })
  return { text: await readText(page).inputValue(), ms: Date.now() - began }
}
