import pg from 'pg'
import type { Browser, BrowserContext, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { announceMissingServices, findPostgresBin } from '../../support/installed-programs'
import { createDatabase, startPostgres } from '../../support/postgres'
import {
  certificatePath,
  startPushService,
  type PushService,
  type TestPhone,
} from '../../support/push-server'
import { openBrowser } from '../support/browser'
import { signIn } from '../support/deeds'
import { askFor, checkLooks, choose } from '../support/family-steps'
import { giveMedicines, type GivenMedicines } from '../support/give-medicines'
import { startServer, type RunningServer } from '../support/server'
import { givePushService } from './push-browser'

announceMissingServices()

// On PostgreSQL, so that the hour of silence can be written down instead of waited for.
describe.skipIf(findPostgresBin() === null)('from silence to the family', () => {
  const cleanUps: (() => Promise<unknown>)[] = []
  let pushes: PushService
  let server: RunningServer
  let browser: Browser
  let owner: pg.Client

  beforeAll(async () => {
    const postgres = await startPostgres()
    cleanUps.push(() => postgres.stop())
    const database = await createDatabase(postgres.address, { empty: true })
    pushes = await startPushService()
    cleanUps.push(() => pushes.stop())
    server = await startServer({
      env: {
        DATABASE_URL: database.appUrl,
        MIGRATION_DATABASE_URL: database.ownerUrl,
        PUSH_TEST_HOSTS: pushes.host,
        NODE_EXTRA_CA_CERTS: certificatePath,
      },
    })
    cleanUps.push(() => server.stop())
    owner = new pg.Client({ connectionString: database.ownerUrl })
    await owner.connect()
    cleanUps.push(() => owner.end())
    browser = await openBrowser()
    cleanUps.push(() => browser.close())
  })
  afterAll(async () => {
    for (const cleanUp of cleanUps.reverse()) await cleanUp()
  })

  /** A browser that is signed in and gets pushes. */
  async function somebody(number: string): Promise<{ page: Page; phone: TestPhone }> {
    const context: BrowserContext = await browser.newContext({
      baseURL: server.url,
      viewport: { width: 360, height: 740 },
      locale: 'ko-KR',
      timezoneId: 'Asia/Seoul',
    })
    cleanUps.push(() => context.close())
    const phone = pushes.addPhone()
    await givePushService(context, server.url, phone)
    const page = await context.newPage()
    await signIn(page, number)
    await page.goto('/reminders')
    await page.getByText('이 휴대폰으로 알림이 와요.').waitFor()
    return { page, phone }
  }

  /** The senior was asked three times and warned so many minutes ago, and is looked at now. */
  async function warn({ doseKey }: GivenMedicines, minutesAgo: number) {
    const [courseId, day, slotId] = doseKey.split('|')
    const senior = '(select person_id from gyeote.courses where id = $1)'
    await owner.query(
      `update gyeote.ladder_choices set chosen_at = now() - interval '1 day' where person_id = ${senior}`,
      [courseId],
    )
    for (const [kind, steps] of [
      ['dose', [0, 1, 2]],
      ['warn', [0]],
    ] as const)
      await owner.query(
        `insert into gyeote.reminder_sends
           (person_id, device_id, about, step, due_at, state, tries, sent_at)
         select phone.person_id, phone.id, $2, step, now(), 'sent', 1, now() - make_interval(mins => $3)
         from gyeote.push_devices phone, unnest($4::int[]) step where phone.person_id = ${senior}
         on conflict (person_id, about, step, device_id) do update
           set state = 'sent', sent_at = excluded.sent_at`,
        [courseId, `${day}|${kind}|${slotId}`, minutesAgo, steps],
      )
    await owner.query(
      `update gyeote.reminder_plans set next_at = '-infinity', woken = true where person_id = ${senior}`,
      [courseId],
    )
  }

  test('chosen by the senior, told to the daughter, taken on by her, and seen by the senior', async () => {
    const [seniors, daughters] = ['010-3333-1001', '010-3333-1002']
    const { page, phone } = await somebody(seniors)
    const given = await giveMedicines(page.context(), server.url, { minutesAgo: 65 })
    const { page: theirs, phone: hers } = await somebody(daughters)
    await askFor(theirs, seniors)
    await page.goto('/me/family')
    await page.getByRole('link', { name: '보고 답하기' }).click()
    await choose(page, '오늘 약만')

    await page.getByRole('link', { name: '답 없을 때 알리기' }).click()
    await page.getByText('지금은 꺼져 있어요.').waitFor()
    expect(await page.getByRole('checkbox', { checked: true }).count()).toBe(0)
    await page.getByRole('button', { name: '이대로 알려 주세요' }).click()
    await page.getByText('약을 안 고르셨어요.').first().waitFor()
    await page.getByRole('checkbox', { name: '혈압약' }).check()
    await page.getByRole('radio', { name: '김미영 님 (딸)' }).check()
    await page.getByText('알림을 받을 수 있어요.').waitFor()
    // No quiet hours, so that this holds at every hour.
    await page.getByLabel('이때부터').fill('03:00')
    await page.getByLabel('이때까지').fill('03:00')
    await page.context().setOffline(true)
    await page.getByRole('button', { name: '이대로 알려 주세요' }).click()
    await page.getByText('지금은 인터넷이 안 돼 못 바꿨어요.').waitFor()
    await page.context().setOffline(false)
    expect(await page.getByRole('checkbox', { name: '혈압약' }).isChecked()).toBe(true)
    await page.getByRole('button', { name: '이대로 알려 주세요' }).click()
    await page.getByText('지금 켜져 있어요.').waitFor()

    await warn(given, 1)
    await page.goto('/')
    await page.getByRole('heading', { name: /시.*에 가족에게 알릴게요\.$/ }).waitFor()
    await page.getByRole('button', { name: '알리지 마세요' }).waitFor()
    await checkLooks(page, server.url)

    await warn(given, 31)
    await expect.poll(() => pushes.to(hers).length, { timeout: 30_000 }).toBe(1)
    const [push] = pushes.to(hers)
    expect(push?.message.notification.navigate).toMatch(/\/family$/)
    expect(JSON.stringify(push?.message)).not.toMatch(/혈압약|김미영|3333/)
    await theirs.goto('/family')
    await theirs.getByRole('heading', { name: /약$/ }).first().waitFor()
    const callButton = theirs.getByRole('link', { name: '전화하기', exact: true }).first()
    expect(await callButton.getAttribute('href')).toBe('tel:+821033331001')
    await checkLooks(theirs, server.url)
    await theirs.getByRole('button', { name: '제가 챙길게요' }).dblclick()
    await theirs.getByText('내가 챙기고 있어요.').waitFor()

    await page.goto('/')
    await page.getByText('김미영 님이 챙기고 있어요.').waitFor()
    await page.getByRole('button', { name: '먹었어요', exact: true }).click()
    await page.getByText('답하셔서 더는 안 알려요.').waitFor()
    await page.getByText('김미영 님이 챙기고 있어요.').waitFor({ state: 'detached' })
    await theirs.getByText('내가 챙기고 있어요.').waitFor({ state: 'detached', timeout: 40_000 })
    expect(pushes.to(hers)).toHaveLength(1)
    expect(pushes.to(phone).every(({ topic }) => /^[\w-]{22}$/.test(topic))).toBe(true)
  })
})
