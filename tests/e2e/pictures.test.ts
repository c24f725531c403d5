import type { Browser, BrowserContext } from 'playwright'
import { afterAll, afterEach, beforeAll, expect, onTestFinished, test } from 'vitest'
import { readingCache, readingFolder } from '../../app/features/scam-check/pictures/reading-files'
import { letterErrorRate } from '../bench/pictures/letters-wrong'
import { checkPage } from './accessibility/check-page'
import { inLines } from './accessibility/finding'
import { openNetwork, type Network } from './offline/network'
import { takePhone, visit } from './offline/phone'
import { openBrowser } from './support/browser'
import { filmCode } from './support/camera-film'
import { picturedMessages } from './support/pictured-messages'
import { pictureCode } from './support/picture-code'
import { pictureMessage } from './support/picture-messages'
import { choose, fetchReader, openReader, readPicture, readText } from './support/read-picture'
import { startServer, type RunningServer } from './support/server'

let server: RunningServer
let browser: Browser
let network: Network
const phones: BrowserContext[] = []
const message = picturedMessages[16]!

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

/** A phone on the page of the parts, which it keeps for offline. */
async function openPhone(options: Parameters<Browser['newContext']>[0] = {}) {
  const phone = await takePhone(browser, network, options)
  phones.push(phone)
  const page = await visit(phone)
  await openReader(page)
  return { phone, page }
}
const readingAsked = () => network.asked.filter((one) => one.includes(readingFolder))

test('a picture is read on the phone after one question, and without a network from then on', async () => {
  const { page } = await openPhone()
  const refused: string[] = []
  page.on('console', (line) => {
    if (/Content Security Policy/.test(line.text())) refused.push(line.text())
  })
  const picture = await pictureMessage(browser, message)
  network.asked.length = 0
  await choose(page, '사진에서 글자 읽기', picture)
  await page.getByText('약 6메가예요').waitFor()
  expect(readingAsked()).toEqual([])
  const findings = await checkPage(page, { textSize: 100, focus: false, copy: true })
  expect(inLines(findings)).toEqual([])
  await page.getByRole('button', { name: '그만두기' }).click()
  await page.getByText('약 6메가예요').waitFor({ state: 'detached' })

  await fetchReader(page, picture)
  const all = `${message.sender} ${message.text} ${message.time}`
  expect(letterErrorRate(all, await readText(page).inputValue())).toBeLessThan(0.1)
  await page.getByText('다 읽었어요.').waitFor()
  expect(refused).toEqual([])
  expect(new Set(readingAsked()).size).toBe(5)
  expect(network.asked.filter((one) => one.startsWith('POST'))).toEqual([])

  await expect
    .poll(() =>
      page.evaluate(async (name) => (await (await caches.open(name)).keys()).length, readingCache),
    )
    .toBe(5)
  network.feel('dead')
  const { text } = await readPicture(page, picture)
  expect(letterErrorRate(all, text)).toBeLessThan(0.1)
})

test('who reads a picture on the first visit, before there is a worker, reads without a network later', async () => {
  const phone = await takePhone(browser, network)
  phones.push(phone)
  const first = await phone.newPage()
  await first.addInitScript(() => {
    const { register } = ServiceWorkerContainer.prototype
    ServiceWorkerContainer.prototype.register = async function (...how) {
      await new Promise((resolve) => addEventListener('let-register', resolve))
      return register.apply(this, how)
    }
  })
  await openReader(first)
  const picture = await pictureMessage(browser, message)
  await fetchReader(first, picture)
  expect(await first.evaluate(() => navigator.serviceWorker.controller)).toBeNull()
  await first.evaluate(() => dispatchEvent(new Event('let-register')))
  await first.close()

  const page = await visit(phone)
  await openReader(page)
  network.feel('dead')
  expect((await readPicture(page, picture)).text).not.toBe('')
})

test('without the reader and without a network it says what to do', async () => {
  const { phone, page } = await openPhone()
  await phone.setOffline(true)
  await choose(page, '사진에서 글자 읽기', await pictureMessage(browser, message))
  await page.getByText('인터넷이 될 때 한 번 받아야 해요').waitFor()
  expect(await page.getByRole('button', { name: '어디로 가는지 보기' }).isDisabled()).toBe(true)
})

test('what is no picture, has no words, or breaks off, is said in words', async () => {
  const { page } = await openPhone()
  await choose(page, '사진에서 글자 읽기', Buffer.from('no picture'))
  network.feel('dead')
  await page.getByRole('button', { name: '받고 사진 읽기' }).click()
  await page.getByText('내려받다가 끊겼어요.').waitFor()
  network.feel('well')
  await choose(page, '사진에서 글자 읽기', Buffer.from('no picture'))
  await page.getByRole('button', { name: '받고 사진 읽기' }).click()
  await page.getByText('이 사진은 열 수 없어요.').waitFor()
  await choose(page, '사진에서 글자 읽기', await pictureCode(page, 'a code and no words'))
  await page.getByText('사진에서 글자를 찾지 못했어요.').waitFor({ timeout: 30_000 })
})

test('a code in a picture is read and not opened, also without a network', async () => {
  const { page } = await openPhone()
  const address = 'https://주차-벌금.example/pay?id=7'
  const picture = await pictureCode(page, address)
  network.feel('dead')
  await choose(page, '사진에서 QR 읽기', picture)
  await expect.poll(() => readText(page).inputValue()).toBe(address)
  await page.getByText('열지는 않았어요.').waitFor()
  await choose(page, '사진에서 QR 읽기', await pictureMessage(browser, message))
  await page.getByText('QR을 찾지 못했어요.').waitFor()
})

test('a phone whose camera may not be used says what to do instead', async () => {
  const { page } = await openPhone({ permissions: [] })
  await page.getByRole('button', { name: '카메라로 QR 읽기' }).click()
  await page.getByText('카메라를 열지 못했어요.').waitFor()
})

/** A phone whose camera shows a film, or without one a pattern that says nothing. */
async function openWithCamera(film?: string) {
  const seeing = await openBrowser([
    '--use-fake-ui-for-media-stream',
    '--use-fake-device-for-media-stream',
    ...(film ? [`--use-file-for-fake-video-capture=${film}`] : []),
  ])
  onTestFinished(() => seeing.close())
  const phone = await takePhone(seeing, network, { permissions: ['camera'] })
  const page = await phone.newPage()
  await openReader(page)
  await page.getByRole('button', { name: '카메라로 QR 읽기' }).click()
  return page
}

test('the camera finds a code by itself and is off afterwards', async () => {
  const address = 'https://qr-parking.example/a'
  const page = await openWithCamera(filmCode(address))
  await expect.poll(() => readText(page).inputValue()).toBe(address)
  await page.getByText('열지는 않았어요.').waitFor()
  expect(await page.locator('video').count()).toBe(0)
})

test('the camera goes on looking until it is stopped', async () => {
  const page = await openWithCamera()
  await page.waitForFunction(() => (document.querySelector('video')?.currentTime ?? 0) > 0.5)
  const track = await page.evaluateHandle(() => {
    const stream = document.querySelector('video')?.srcObject as MediaStream
    return stream.getTracks()[0]
  })
  expect(await track.evaluate((one) => one?.readyState)).toBe('live')
  await page.getByRole('button', { name: '그만 비추기' }).click()
  await page.getByRole('button', { name: '카메라로 QR 읽기' }).waitFor()
  await expect.poll(() => track.evaluate((one) => one?.readyState)).toBe('ended')
  expect(await readText(page).inputValue()).toBe('')
})

test('what reads has a policy of its own, and the page allows nothing more for it', async () => {
  const worker = await fetch(`${server.url}${readingFolder}worker.min.js`)
  expect(worker.headers.get('content-security-policy')).toBe(
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'",
  )
  expect(worker.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  const page = await fetch(`${server.url}/dev/ui`)
  expect(page.headers.get('content-security-policy')).not.toContain('unsafe')
  expect((await fetch(`${server.url}/reading/older/worker.min.js`)).status).toBe(404)
  expect((await fetch(`${server.url}${readingFolder}package.json`)).status).toBe(404)
})
