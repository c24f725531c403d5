import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { applyNow } from '~/commands/apply-now.server'
import { findEmergencySheet } from '~/features/emergency/find-emergency-sheet.server'
import { loadEmergency } from '~/features/emergency/load-emergency.server'
import { emptySheet, noChange, type SheetChange } from '~/features/emergency/sheet'
import { describeOnEachDatabase, type TestDatabase } from '../support/databases'
import { newPhone, openWorld, signIn, type Browser, type World } from './accounts-world'

describeOnEachDatabase('the emergency sheet', (open) => {
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

  const consent = async (given = true, from = browser) =>
    applyNow(await from.context(), {
      id: newId(),
      type: 'answer_health_consent',
      payload: { given, textVersion: '2026-11' },
    })
  const save = async (change: Partial<SheetChange>, from = browser, id = newId()) =>
    applyNow(await from.context(), {
      id,
      type: 'save_emergency_sheet',
      payload: { ...noChange, ...change },
    })
  const sheetOf = async (from = browser) => (await loadEmergency(await from.context())).sheet

  test('is not kept before the person has agreed, nor after they took it back', async () => {
    const refused = { status: 'refused', reason: 'no_consent' }
    expect(await save({ allergies: '페니실린' })).toEqual(refused)
    await consent()
    expect(await save({ allergies: '페니실린' })).toMatchObject({ status: 'accepted' })
    await consent(false)
    expect(await save({ allergies: '새우' })).toEqual(refused)
    expect(await sheetOf()).toEqual({ ...emptySheet, allergies: '페니실린' })
  })

  test('has of each field the newest word; what was emptied is empty', async () => {
    await consent()
    await save({ allergies: '페니실린', guardianName: '김미영', guardianPhone: '010-1234-5678' })
    await save({ guardianName: '', notes: '보청기를 껴요.\n오른쪽이 잘 들려요.' })
    const again = newId()
    await save({ allergies: '새우' }, browser, again)
    await save({ allergies: '페니실린, 새우' })
    expect(await save({ allergies: '새우' }, browser, again)).toMatchObject({ status: 'duplicate' })
    expect(await sheetOf()).toEqual({
      ...emptySheet,
      allergies: '페니실린, 새우',
      guardianPhone: '010-1234-5678',
      notes: '보청기를 껴요.\n오른쪽이 잘 들려요.',
    })
  })

  test('is empty for a visitor, and nothing of it is seen by a stranger', async () => {
    expect(await sheetOf()).toEqual(emptySheet)
    await consent()
    await save({ illnesses: '고혈압' })
    const personId = (await browser.ask()).viewer?.personId ?? ''
    const stranger = world.browser()
    await consent(true, stranger)
    const context = await stranger.context()
    expect(await context.asViewer((tx) => findEmergencySheet(tx, personId))).toEqual(emptySheet)
  })

  test('written before there was a number, it joins the sheet the number has: nothing is lost', async () => {
    const phone = newPhone()
    const old = world.browser()
    await signIn(world, old, phone)
    await consent(true, old)
    await save({ allergies: '페니실린', guardianName: '김미영' }, old)
    await consent()
    await save({ guardianName: '김미영 (딸)', bloodType: '오형' })
    await signIn(world, browser, phone)
    expect(await sheetOf()).toEqual({
      ...emptySheet,
      allergies: '페니실린',
      guardianName: '김미영 (딸)',
      bloodType: '오형',
    })
  })
})
