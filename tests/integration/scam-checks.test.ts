import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { applyNow } from '~/commands/apply-now.server'
import { exportMyData } from '~/features/account/export-my-data.server'
import { answerForm } from '~/features/scam-check/answer-form.server'
import { callReading } from '~/features/scam-check/call/words-of-call'
import { findKeptChecks } from '~/features/scam-check/keeping/keep-checks.server'
import { messageReading, type Reading } from '~/features/scam-check/reading'
import { describeOnEachDatabase, type TestDatabase } from '../support/databases'
import { newPhone, openWorld, signIn, type Browser, type World } from './accounts-world'

const text = '[Web발신] 고객님 택배가 주소 오류로 멈췄습니다. 확인 cj-post.top/k2'
const kept = {
  kind: 'message',
  level: 'danger',
  trick: 'parcel',
  reasons: ['link_not_of_sender'],
  text,
} as const

describeOnEachDatabase('checks of messages', (open) => {
  let opened: TestDatabase
  let world: World
  let browser: Browser

  beforeAll(async () => {
    opened = await open()
    world = await openWorld(opened, 'in this process')
  })
  afterAll(async () => {
    await world.close()
    await opened.close()
  })
  beforeEach(() => {
    browser = world.browser()
  })

  const send = async (fields: Record<string, string>, reading: Reading = messageReading) => {
    const body = new URLSearchParams(fields)
    const request = new Request('http://localhost/scam-check', { method: 'POST', body })
    return answerForm(await browser.context(), request, reading)
  }
  const keep = async (from = browser, checkId = newId()) => {
    const payload = { checkId, ...kept, reasons: [...kept.reasons] }
    await applyNow(await from.context(), { id: newId(), type: 'keep_scam_check', payload })
    return checkId
  }
  const listOf = async (from = browser) => {
    const context = await from.context()
    const personId = context.session.viewer?.personId ?? ''
    return context.asViewer((tx) => findKeptChecks(tx, personId))
  }
  const countRows = async (table: string) =>
    (await opened.owner.query(`select 1 from gyeote.${table}`)).length

  test('a visitor is answered without scripts, and neither they nor their words are anywhere', async () => {
    const before = await countRows('people')
    const { state } = await send({ text })
    expect(state).toMatchObject({ shows: 'verdict', checked: { verdict: { level: 'danger' } } })
    expect(await countRows('people')).toBe(before)
    expect((await browser.ask()).viewer).toBeNull()
    expect((await send({ text: ' ' })).state).toMatchObject({ shows: 'form', trouble: 'empty' })
  })

  test('a picture that no worker took is asked for in words, and is not judged by the name of its file', async () => {
    const body = new FormData()
    body.set('title', 'Screenshot_20261129')
    body.set('picture', new File(['x'], 'a.png', { type: 'image/png' }))
    const request = new Request('http://localhost/scam-check', { method: 'POST', body })
    const { state } = await answerForm(await browser.context(), request, messageReading)
    expect(state).toMatchObject({
      shows: 'form',
      typed: { text: 'Screenshot_20261129', picture: 'not_kept' },
    })
  })

  test('what was ticked of a call counts without scripts as well', async () => {
    const { state } = await send({ who: 'authority', wishes: 'transfer' }, callReading)
    expect(state).toMatchObject({
      shows: 'verdict',
      checked: { kind: 'call', verdict: { level: 'danger' } },
    })
  })

  test('whoever has an account has a trail of how it ended, never of what', async () => {
    await keep()
    await send({ text })
    const payload = { level: 'caution' as const }
    await applyNow(await browser.context(), { id: newId(), type: 'record_scam_check', payload })
    const { tables } = await exportMyData(await browser.context())
    const trail = tables.audit_logs as { action: string; details: unknown }[]
    expect(trail.filter(({ action }) => action === 'scam_check')).toMatchObject([
      { details: { risk_level: 'danger' } },
      { details: { risk_level: 'caution' } },
    ])
    expect(JSON.stringify(trail)).not.toContain('cj-post')
  })

  test('a check is kept by its own tap, once, is in the export, and goes when it is told to', async () => {
    const checkId = newId()
    expect(await send({ text, intent: 'keep', checkId })).toMatchObject({
      state: { record: { isKept: true } },
    })
    await send({ text, intent: 'keep', checkId })
    const other = await keep()
    expect((await listOf()).map(({ id }) => id)).toEqual([other, checkId])
    expect((await listOf())[0]).toMatchObject(kept)
    const { tables } = await exportMyData(await browser.context())
    expect(tables.scam_checks).toHaveLength(2)
    const forget = { id: newId(), type: 'forget_scam_check' as const, payload: { checkId } }
    await applyNow(await browser.context(), forget)
    expect((await listOf()).map(({ id }) => id)).toEqual([other])
    const stranger = world.browser()
    await keep(stranger)
    const owner = (await browser.ask()).viewer?.personId ?? ''
    const context = await stranger.context()
    expect(await context.asViewer((tx) => findKeptChecks(tx, owner))).toEqual([])
    const forgetTheirs = { ...forget, id: newId(), payload: { checkId: other } }
    await applyNow(await stranger.context(), forgetTheirs)
    expect((await listOf()).map(({ id }) => id)).toEqual([other])
  })

  test('kept before there was a number, it is there under the number, and gone with the account', async () => {
    const phone = newPhone()
    const old = world.browser()
    await signIn(world, old, phone)
    const before = await keep(old)
    const checkId = await keep()
    expect((await signIn(world, browser, phone)).joined).toBe('adopted')
    expect((await listOf()).map(({ id }) => id)).toEqual([checkId, before])
    const personId = (await browser.ask()).viewer?.personId ?? ''
    await opened.owner.query('delete from gyeote.people where id = $1', [personId])
    const left = await opened.owner.query('select 1 from gyeote.scam_checks where id = $1', [
      checkId,
    ])
    expect(left).toEqual([])
  })
})
