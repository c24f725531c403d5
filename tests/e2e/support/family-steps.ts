import type { Page } from 'playwright'
import { decodeQR } from 'qr/decode.js'
import { expect } from 'vitest'
import { findInLooks } from '../accessibility/find-in-looks'
import { arrange, pairwise } from './situation'

/** What a camera reads off the screen: nothing else knows the secret. */
export async function photographCode(page: Page): Promise<string> {
  const picture = page.getByRole('img', { name: '가족의 사진기로 찍을 그림' })
  await picture.waitFor()
  const { size, path } = await picture.evaluate((svg) => ({
    size: Number(svg.getAttribute('viewBox')?.split(' ')[2]),
    path: svg.querySelector('path')?.getAttribute('d') ?? '',
  }))
  const scale = 4
  const width = size * scale
  const data = new Uint8Array(width * width * 4).fill(255)
  for (const [, x = '', y = ''] of path.matchAll(/M(\d+) (\d+)/g))
    for (let dy = 0; dy < scale; dy++)
      for (let dx = 0; dx < scale; dx++) {
        const at = ((Number(y) * scale + dy) * width + Number(x) * scale + dx) * 4
        data.fill(0, at, at + 3)
      }
  return decodeQR({ width, height: width, data })
}

/** Says yes as to a daughter, who sees `what` and only looks, or helps; until the page of one's family says so. */
export async function choose(page: Page, what: string, role = '보기만'): Promise<void> {
  await sayYes(page, what, role)
  await page.getByText('보이는 것:').waitFor()
}

/** The same, wherever that leads. */
export async function sayYes(page: Page, what: string, role = '보기만'): Promise<void> {
  await page.getByRole('radio', { name: '딸' }).check()
  await page.getByRole('radio', { name: what }).check()
  await page.getByRole('radio', { name: role }).check()
  await page.getByRole('button', { name: '보여 줄게요' }).click()
}

/** Asks by number as 김미영, from elsewhere. */
export async function askFor(page: Page, number: string): Promise<void> {
  await page.goto('/family/ask')
  await page.getByLabel('내 이름').fill('김미영')
  await page.getByLabel('부모님 전화번호').fill(number)
  await page.getByRole('button', { name: '물어보기' }).click()
  await page.getByText(`끝 번호 ${number.slice(-4)}`).waitFor()
}

/**
 * Every pair of looks of the page as it is after loading anew.
 * @param copy false where somebody's own words stand on the page
 */
export async function checkLooks(page: Page, url: string, copy = true): Promise<void> {
  await arrange(page, url, pairwise[0])
  await page.reload({ waitUntil: 'networkidle' })
  expect(await findInLooks(page, { copy })).toEqual({})
  await arrange(page, url, pairwise[pairwise.length - 1] ?? pairwise[0])
}
