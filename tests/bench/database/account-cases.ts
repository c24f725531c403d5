import { applyNow } from '~/commands/apply-now.server'
import { exportMyData } from '~/features/account/export-my-data.server'
import { getMyAccount } from '~/features/account/get-my-account.server'
import { listDevices } from '~/features/account/list-devices.server'
import { removeAbandonedAccounts } from '~/features/account/remove-abandoned-accounts.server'
import { removeDeletedAccounts } from '~/features/account/remove-deleted-accounts.server'
import { requestDeletion } from '~/features/account/request-deletion.server'
import { setName } from '~/features/account/set-name.server'
import { signOutDevice } from '~/features/account/sign-out-device.server'
import { undoDeletion } from '~/features/account/undo-deletion.server'
import { forgetSession } from '~/platform/session/session-memory.server'
import { hasAdopted } from '~/platform/session/session-rows.server'
import type { Browser } from '../../integration/accounts-world'
import type { Crowd, Viewer } from './crowd'
import { daysOfLearning } from './fill-learning'
import { phoneOf } from './fill-people'
import { today } from './learning-cases'
import { useCase } from './use-case'

const viewerOf = ({ context }: Viewer) => {
  if (!context.session.viewer) throw new Error('the crowd is signed in')
  return context.session.viewer
}

/** Up to the code in their hand; typing it in is what is timed. */
async function askForCode({ world }: Crowd, browser: Browser, phone: string) {
  await (await browser.ask()).sendCode(phone)
  const code = world.lastCode()
  return async () => (await browser.ask()).verifyCode(phone, code)
}

export const accountCases = [
  useCase('who is asking, not asked lately', async ({ anyone, world }) => {
    const viewer = anyone()
    forgetSession(world.parts.db, viewerOf(viewer).sessionId)
    return async () => (await viewer.browser.ask()).viewer?.personId === viewer.personId
  }),
  useCase('내 정보', async ({ anyone }) => {
    const { context } = anyone()
    return async () => (await getMyAccount(context)) !== null
  }),
  useCase('a new name', async ({ anyone }) => {
    const { context, n } = anyone()
    return async () => (await setName(context, `김순자 ${n}`)).saved
  }),
  useCase('listing devices', async ({ anyone }) => {
    const { context } = anyone()
    return async () => (await listDevices(context)).some(({ current }) => current)
  }),
  useCase('signing out another device', async ({ anyone }) => {
    for (;;) {
      const { context } = anyone()
      const other = (await listDevices(context)).find(({ current }) => !current)
      if (other) return () => signOutDevice(context, other.sessionId)
    }
  }),
  useCase('all data of a person, to take along', async ({ anyone }) => {
    const { context } = anyone()
    return async () => {
      const { quiz_answers: answers = [] } = (await exportMyData(context)).tables
      return answers.length >= daysOfLearning
    }
  }),
  useCase('asking to be deleted', async ({ anyone }) => {
    const { context } = anyone()
    await undoDeletion(context)
    return async () => (await requestDeletion(context)).requested
  }),
  useCase('taking that back', async ({ anyone }) => {
    const { context } = anyone()
    await requestDeletion(context)
    return async () => {
      await undoDeletion(context)
      return true
    }
  }),
  useCase('whether an account was adopted before', async ({ anyone, world, idOf }) => {
    const viewer = anyone()
    return async () => !(await hasAdopted(world.parts, viewerOf(viewer), idOf(1)))
  }),
  useCase('a code for a number', async ({ browser, stranger }) => {
    const opened = await browser()
    const phone = phoneOf(stranger())
    return async () => (await (await opened.ask()).sendCode(phone)).sent
  }),
  useCase(
    'signing in with a code',
    async (crowd) => {
      const verify = await askForCode(crowd, await crowd.browser(), phoneOf(crowd.stranger()))
      return async () => (await verify()).verified
    },
    { goal: null, calls: 20 },
  ),
  useCase(
    'the same, adopting three cards',
    async (crowd) => {
      const browser = await crowd.browser()
      for (const cardId of ['card-1', 'card-2', 'card-101'])
        await applyNow(await browser.context(), {
          id: crypto.randomUUID(),
          type: 'complete_card',
          payload: { cardId, answer: 0, completedOn: today },
        })
      const verify = await askForCode(crowd, browser, phoneOf(crowd.stranger()))
      return async () => {
        const result = await verify()
        return result.verified && result.joined === 'adopted'
      }
    },
    { goal: null, calls: 10 },
  ),
  useCase(
    'removing an account for good',
    async ({ signIn, stranger, world }) => {
      // Not one of those whose medicines a daughter looks at.
      const { context } = await signIn(stranger((n) => n % 2 === 0))
      const eightDaysAgo = new Date(context.clock.now().getTime() - 8 * 86_400_000)
      await requestDeletion({ ...context, clock: { now: () => eightDaysAgo } })
      return async () => (await removeDeletedAccounts(world.parts)).length === 1
    },
    { goal: null, calls: 10 },
  ),
  useCase(
    'removing who never came back',
    async ({ browser, world }) => {
      const opened = await browser()
      const { personId } = await (await opened.ask()).begin()
      await world.owner.query(
        'update gyeote.people set last_active_on = current_date - 8 where id = $1',
        [personId],
      )
      return async () => (await removeAbandonedAccounts(world.parts)).includes(personId)
    },
    { goal: null, calls: 4 },
  ),
]
