import { expect, test } from 'vitest'
import { readData } from './offline/phone'
import { newestCode, signIn } from './support/deeds'
import { openFamilyScene } from './support/family-scene'
import { askFor, checkLooks, choose, photographCode } from './support/family-steps'
import { giveVoice, spokenOn } from './support/voice'

const scene = openFamilyScene({ theirScreen: { width: 1280, height: 800 } })
const { askedFamily, elsewhere, newNumber, senior } = scene

test('by a code side by side, and then the family sees a dose that was ticked without a network', async () => {
  const [network, theirUrl] = [scene.network(), scene.theirUrl()]
  const { phone, page } = await senior({ medicines: true })
  await page.goto('/me/family/invite')
  await page.getByRole('button', { name: '그림 열기' }).click()
  const address = await photographCode(page)
  expect(address).toMatch(/\/family\/join#[\w-]{43}$/)

  const theirs = await elsewhere()
  // Her phone reaches the server by another way than the senior's does.
  await theirs.goto(address.replace(network.url, theirUrl))
  await theirs.getByRole('link', { name: '번호 확인하기' }).click()
  expect(theirs.url()).not.toContain('#')
  await theirs.getByLabel('전화번호').fill(newNumber())
  await theirs.getByRole('button', { name: '인증번호 받기' }).click()
  await theirs.getByLabel('인증번호 여섯 자리').fill(await newestCode(theirs))
  await theirs.getByRole('button', { name: '확인하기' }).click()
  await theirs.getByLabel('내 이름').fill('김미영')
  await theirs.getByRole('button', { name: '부모님께 알리기' }).click()
  await theirs.getByText('부모님 휴대폰을 봐 주세요.').waitFor()

  // The senior's own screen asks by itself, without a tap.
  await page
    .getByRole('heading', { name: '김미영 님께 보여 드릴까요?' })
    .waitFor({ timeout: 30_000 })
  await page.getByRole('button', { name: '보여 줄게요' }).click()
  await page.getByText('보여 줄 것을 안 고르셨어요.').first().waitFor()
  await choose(page, '오늘 약만')

  const line = theirs.getByText('지금이 약 시간이에요.')
  await line.waitFor({ timeout: 30_000 })
  await page.goto('/')
  await page.waitForLoadState('networkidle')
  network.feel('dead')
  await page.getByRole('button', { name: '먹었어요', exact: true }).click()
  await page
    .getByText(/에 드셨어요/)
    .first()
    .waitFor()
  await theirs.reload()
  await line.waitFor()
  network.feel('well')
  await theirs
    .getByText(/에 드셨어요/)
    .first()
    .waitFor({ timeout: 60_000 })

  // Whoever opens nothing but 약 is here as well: what they leave open is not out of reach.
  network.asked.length = 0
  await page.goto('/medication')
  await expect
    .poll(() => network.asked.filter((one) => one === 'POST /outbox').length, { timeout: 20_000 })
    .toBe(1)

  // Good once: the same picture leads nobody else in.
  const stranger = await elsewhere()
  await signIn(stranger, newNumber())
  await stranger.goto(address.replace(network.url, theirUrl))
  await stranger.getByLabel('내 이름').fill('모르는 사람')
  await stranger.getByRole('button', { name: '부모님께 알리기' }).click()
  await stranger.getByRole('heading', { name: '이 그림은 쓸 수 없어요' }).waitFor()

  // Nothing of hers lies in the daughter's browser, and the secret is in nothing that was written.
  const kept = await theirs.evaluate(async () => {
    const texts: string[] = []
    for (const name of await caches.keys()) {
      const cache = await caches.open(name)
      for (const request of await cache.keys()) texts.push(request.url)
    }
    return texts.filter((url) => new URL(url).pathname.startsWith('/family'))
  })
  expect(kept).toEqual([])
  expect(scene.output()).not.toContain(address.split('#')[1])
  for (const path of ['/family', '/family.data', '/family/version'])
    expect((await theirs.request.get(path)).headers()['cache-control'], path).toBe('no-store')
  expect((await readData(phone))?.tables.device_reach?.length).toBeGreaterThan(0)
})

test('a request by number is refused, then blocked, and whoever asked cannot tell', async () => {
  const { page, number: seniors } = await senior()
  const daughters = newNumber()
  const theirs = await elsewhere()
  await signIn(theirs, daughters)
  await askFor(theirs, seniors)
  await askFor(theirs, newNumber())

  await page.goto('/')
  await page.getByRole('link', { name: '누구인지 보기' }).click()
  await page.getByText('김미영 님이에요.').waitFor()
  await page.getByText(daughters).waitFor()
  await page.getByRole('link', { name: '보고 답하기' }).click()
  await page.getByRole('button', { name: '아니요' }).waitFor()
  await checkLooks(page, scene.network().url)
  await page.getByRole('button', { name: '아니요' }).click()
  await page.getByText('연결한 가족이 없어요').waitFor()
  await theirs.reload()
  await theirs.getByText(`끝 번호 ${seniors.slice(-4)}`).waitFor()
  expect(await theirs.getByText('답을 기다려요.').count()).toBe(2)

  // Whoever stops asking sees it gone; asking anew shows it to them, and a no stays a no.
  const own = theirs.getByText('답을 기다려요.')
  const stop = theirs.getByRole('button', { name: '그만 물어보기' })
  const card = theirs.locator('div').filter({ hasText: `끝 번호 ${seniors.slice(-4)}` })
  await card.filter({ has: stop }).last().locator(stop).click()
  await expect.poll(() => own.count()).toBe(1)
  await askFor(theirs, seniors)
  await expect.poll(() => own.count()).toBe(2)
  await page.reload()
  await page.getByText('연결한 가족이 없어요').waitFor()

  const another = await elsewhere()
  await signIn(another, newNumber())
  await askFor(another, seniors)
  await page.goto('/me/family')
  await page.getByRole('link', { name: '보고 답하기' }).click()
  await page.getByRole('button', { name: '이분 막기' }).click()
  await page.getByRole('heading', { name: '막은 분' }).waitFor()
  await askFor(another, seniors)
  await page.reload()
  expect(await page.getByRole('link', { name: '보고 답하기' }).count()).toBe(0)
  await page.getByRole('button', { name: '막기 풀기' }).click()
  await page.getByRole('heading', { name: '막은 분' }).waitFor({ state: 'detached' })
})

test('what the senior takes back is gone from an open page within 30 s; either side ends it', async () => {
  const { page, theirs, seniors } = await askedFamily({ medicines: true })
  await choose(page, '약과 배움')
  const medicines = theirs.getByText('지금이 약 시간이에요.')
  await medicines.waitFor({ timeout: 30_000 })
  expect(await theirs.getByRole('link', { name: '전화하기' }).getAttribute('href')).toBe(
    `tel:${seniors}`,
  )

  // The days before are another choice, and then a page of their own.
  const record = theirs.getByRole('link', { name: '지난 약 기록 보기' })
  expect(await record.count()).toBe(0)
  await page.getByRole('link', { name: '보이는 것 바꾸기' }).click()
  await page.getByRole('radio', { name: '하나씩 고를게요' }).check()
  await page.getByRole('checkbox', { name: '지난 약 기록' }).check()
  await page.getByRole('button', { name: '이대로 바꾸기' }).click()
  await page.getByText('오늘 약, 지난 약 기록, 배움').waitFor()
  await record.click({ timeout: 30_000 })
  const month = theirs.getByRole('table', { name: '날마다 보기' })
  await month.getByRole('row', { name: /지금이 약 시간이에요/ }).waitFor()
  await page.getByRole('link', { name: '보이는 것 바꾸기' }).click()
  await page.getByRole('radio', { name: '약과 배움' }).check()
  await page.getByRole('button', { name: '이대로 바꾸기' }).click()
  await month.waitFor({ state: 'detached', timeout: 30_000 })
  await theirs.getByText('보여 주시는 것이 없어요').waitFor()
  const answer = await theirs.goto(theirs.url())
  expect(answer?.status()).toBe(404)
  expect(answer?.headers()['cache-control']).toBe('no-store')
  await theirs.getByRole('main').getByRole('link', { name: '가족으로 가기' }).click()
  await medicines.waitFor()

  await page.getByRole('link', { name: '보이는 것 바꾸기' }).click()
  await page.getByRole('radio', { name: '안 보여 드려요' }).check()
  await page.getByRole('button', { name: '이대로 바꾸기' }).click()
  await page.getByText('보이는 것:').waitFor()
  const changedAt = Date.now()
  await medicines.waitFor({ state: 'detached', timeout: 30_000 })
  expect(Date.now() - changedAt).toBeLessThan(30_000)
  await theirs.getByText('보여 주시는 것은 없어요.').waitFor()

  await page.getByRole('button', { name: '연결 끝내기' }).click()
  await page.getByText('연결한 가족이 없어요').waitFor()
  await theirs.getByText('이어진 분이 없어요').waitFor({ timeout: 30_000 })
})

test('a kind word goes both ways: said without a network, and read aloud on the first page', async () => {
  const [network, way] = [scene.network(), scene.way()]
  const { phone, page, theirs } = await askedFamily({}, { baseURL: way.url })
  await giveVoice(phone)
  await choose(page, '안 보여 드려요')

  await page.goto('/')
  await page.waitForLoadState('networkidle')
  network.feel('dead')
  await page.reload()
  await page.getByRole('button', { name: '오늘은 괜찮아요' }).click()
  await page.getByText('오늘은 괜찮다고 적어 두었어요.').waitFor({ timeout: 30_000 })
  const told = theirs.getByText('오늘은 괜찮다고 하셨어요 ·')
  network.feel('well')
  await told.waitFor({ timeout: 60_000 })
  await page.getByText('오늘은 괜찮다고 알렸어요.').waitFor({ timeout: 30_000 })

  const words = theirs.getByLabel('한마디 보내기')
  const send = theirs.getByRole('button', { name: '보내기', exact: true })
  const wish = '엄마, 오늘도 잘 지내세요.'
  await words.fill(`${wish} 010-1234-5678`)
  // The answer comes, and then nothing more: the page cannot be loaded anew, and stays.
  way.feel('upward')
  await send.click()
  await theirs.getByText('전화번호 같은 긴 숫자가 있어요.').waitFor()
  await expect.poll(() => way.asked.at(-1)).toContain('GET /family')
  await expect.poll(() => words.inputValue()).toBe(`${wish} 010-1234-5678`)
  way.feel('well')
  expect(await words.inputValue()).toBe(`${wish} 010-1234-5678`)
  await words.fill(wish)
  way.feel('dead')
  await send.click()
  await theirs.getByText('지금은 인터넷이 안 돼 못 보냈어요.').waitFor()
  expect(await words.inputValue()).toBe(wish)
  way.feel('well')
  await send.click()
  await theirs.getByText('오늘 보낸 한마디:').waitFor()

  await page.goto('/')
  const word = page.getByRole('article', { name: '김미영 님이 보냈어요:' })
  await word.getByText(wish).waitFor()
  await checkLooks(page, scene.network().url)
  await word.getByRole('button', { name: '듣기', exact: true }).click()
  await expect
    .poll(() => spokenOn(page))
    .toMatchObject([{ words: '김미영 님이 보냈어요:' }, { words: wish, lang: 'ko-KR' }])
  await word.getByRole('button', { name: '듣기', exact: true }).waitFor()
  await word.getByRole('button', { name: '잘 들었어요' }).click()
  await word.getByText('잘 들으셨어요.').waitFor()
  await page.reload()
  await page.getByText('오늘은 괜찮다고 알렸어요.').waitFor()
  // What was done a moment ago may be on its way: then the page lays it over what the server sent.
  await word.waitFor({ state: 'detached' })
})
