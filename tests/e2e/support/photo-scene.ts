import type { Browser, BrowserContext, Page } from 'playwright'
import { afterAll, afterEach, beforeAll } from 'vitest'
import { openNetwork, type Network } from '../offline/network'
import { readData, takePhone, visit } from '../offline/phone'
import { openBrowser } from './browser'
import { enterCourse, keepPage } from './photo-course'
import { startServer, type RunningServer } from './server'

/** A server, the way to it, and phones that are put away after each test. To be called once a file. */
export function openPhotoScene() {
  let server: RunningServer
  let browser: Browser
  let network: Network
  const phones: BrowserContext[] = []

  beforeAll(async () => {
    server = await startServer()
    browser = await openBrowser()
    network = await openNetwork(server.url)
  })
  afterEach(async () => {
    await Promise.all(phones.splice(0).map((phone) => phone.close()))
    network.feel('well')
  })
  afterAll(async () => {
    await browser?.close()
    await network?.close()
    await server?.stop()
  })

  async function openPhone(options: Parameters<Browser['newContext']>[0] = {}) {
    const phone = await takePhone(browser, network, options)
    phones.push(phone)
    return phone
  }
  /** A phone with a medicine, on the page of its picture, which it keeps for offline. */
  async function openPhotoPage() {
    const phone = await openPhone()
    const courseId = await enterCourse(phone, network.url)
    const path = `/medication/courses/${courseId}/photo`
    const page = await visit(phone)
    await keepPage(page, path)
    return { phone, page, path, courseId }
  }
  return { openPhone, openPhotoPage, network: () => network }
}

export const shown = (page: Page) => page.getByRole('img', { name: '약봉지 사진' })
export const waits = (page: Page) => page.getByText('인터넷이 되면 사진을 보낼게요.')
export const none = (page: Page) => page.getByRole('heading', { name: '아직 사진이 없어요' })
export const buttonOf = (page: Page, name: string) =>
  page.getByRole('button', { name, exact: true })

export const take = (page: Page, picture: Buffer, name = '사진 찍기') =>
  page.getByLabel(name).setInputFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: picture })

/** What the server has of the last photo written down. */
export async function ask(phone: BrowserContext) {
  const photos = (await readData(phone))?.tables.photos ?? []
  const id = String(photos.at(-1)?.id)
  const answer = await phone.request.get(`/medication/photos/${id}`)
  return { id, status: answer.status(), body: await answer.body(), count: photos.length }
}
export const statusOf = async (phone: BrowserContext, id: string) =>
  (await phone.request.get(`/medication/photos/${id}`)).status()
