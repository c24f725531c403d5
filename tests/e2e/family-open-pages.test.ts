import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { openFamilyScene, showNothing } from './support/family-scene'
import { choose } from './support/family-steps'

/** The daughter reaches the server by `way`, and the senior by another. */
const { askedFamily, way } = openFamilyScene()

/** A senior who shows `what` to a daughter, each on a page of their own: the senior's is that of the family. */
async function family(what: string): Promise<{ page: Page; theirs: Page }> {
  const { page, theirs } = await askedFamily({ medicines: true }, { baseURL: way().url })
  await choose(page, what)
  return { page, theirs }
}

test('what a senior takes back is gone within 30 s also where no answer comes any more, and it is said why', async () => {
  const { page, theirs } = await family('약과 배움')
  const medicines = theirs.getByText('지금이 약 시간이에요.')
  await medicines.waitFor({ timeout: 30_000 })
  // Longer than it may be believed without an answer: the answers keep it.
  await theirs.waitForTimeout(35_000)
  expect(await medicines.count()).toBe(1)
  way().feel('deaf')
  await showNothing(page)
  const changedAt = Date.now()
  await medicines.waitFor({ state: 'detached', timeout: 31_000 })
  expect(Date.now() - changedAt).toBeLessThan(31_000)
  await theirs.getByText('지금은 새로 볼 수 없어요.').waitFor({ timeout: 30_000 })
  expect(await theirs.getByRole('main').innerText()).not.toContain('혈압약')
  way().feel('well')
  await theirs.getByText('보여 주시는 것은 없어요.').waitFor({ timeout: 30_000 })
  expect(await theirs.getByText('지금은 새로 볼 수 없어요.').count()).toBe(0)
})

test('the week is gone from an open page within 30 s', async () => {
  const { page, theirs } = await family('약과 배움')
  await theirs.goto('/family/week')
  const week = theirs.getByRole('article')
  await week.waitFor()
  await showNothing(page)
  const changedAt = Date.now()
  await week.waitFor({ state: 'detached', timeout: 30_000 })
  expect(Date.now() - changedAt).toBeLessThan(30_000)
  await theirs.getByText('보여 주시는 한 주 소식이 없어요').waitFor()
})
