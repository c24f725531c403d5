import { createHash, randomBytes } from 'node:crypto'
import type { ActionFunctionArgs } from '@remix-run/node'
import { sql } from 'kysely'
import { acceptWaiting } from '~/features/family/answer-waiting.server'
import { askByNumber } from '~/features/family/ask-by-number.server'
import { changeLink } from '~/features/family/change-link.server'
import { joinInvite } from '~/features/family/invite.server'
import { setName } from '~/features/account/set-name.server'
import { listRelatives } from '~/features/family/list-relatives.server'
import { listWaiting } from '~/features/family/list-waiting.server'
import type { SharedKind } from '~/features/family/shared-kinds'
import { newPhone, signIn, type Browser, type World } from './accounts-world'

export interface Somebody {
  browser: Browser
  personId: string
  phone: string
}

export async function somebody(world: World): Promise<Somebody> {
  const browser = world.browser()
  const phone = newPhone()
  const { viewer } = await signIn(world, browser, phone)
  return { browser, personId: viewer.personId, phone }
}

/** Becomes family of the senior, who shows them these kinds. @returns the link's id */
export async function becomeFamily(
  senior: Somebody,
  relative: Somebody,
  kinds: readonly SharedKind[],
  name = '김미영',
): Promise<string> {
  const asking = await relative.browser.context()
  await setName(asking, name)
  await askByNumber(asking, { number: senior.phone, name })
  const context = await senior.browser.context()
  const {
    shown: [waiting],
  } = await context.asViewer((tx) => listWaiting(tx, senior.personId))
  await acceptWaiting(context, waiting?.id ?? '', { relation: '딸', kinds })
  const relatives = await context.asViewer((tx) => listRelatives(tx, senior.personId))
  return relatives.at(-1)?.linkId ?? ''
}

export const showThem = async (senior: Somebody, linkId: string, kinds: readonly SharedKind[]) =>
  changeLink(await senior.browser.context(), linkId, kinds)

/** The relative reads the code on the senior's screen. @returns false where the code lets them not in */
export async function sitBeside(
  senior: Somebody,
  relative: Somebody,
  name = '김미영',
): Promise<boolean> {
  const secret = randomBytes(32).toString('base64url')
  const hash = createHash('sha256').update(secret).digest()
  await (
    await senior.browser.context()
  ).asViewer((tx) => sql`select gyeote.open_family_invite(${hash})`.execute(tx))
  return joinInvite(await relative.browser.context(), { secret, name })
}

/** What the senior's page says of everybody who waits, and of everybody who is linked. */
export const waitingFor = async ({ browser, personId }: Somebody) =>
  (await (await browser.context()).asViewer((tx) => listWaiting(tx, personId))).shown
export const relativesOf = async ({ browser, personId }: Somebody) =>
  (await browser.context()).asViewer((tx) => listRelatives(tx, personId))

/** Posts a form as a page does. @returns where it leads, or what came back to the page */
export async function post(
  action: (args: ActionFunctionArgs) => Promise<unknown>,
  { browser }: Somebody,
  fields: readonly (readonly [string, string])[],
  params: Record<string, string> = {},
): Promise<unknown> {
  const body = new URLSearchParams(fields.map(([name, value]) => [name, value]))
  const request = new Request('http://localhost/', { method: 'POST', body })
  const answer = await action({ context: { ...(await browser.context()) }, request, params })
  return answer instanceof Response ? answer.headers.get('Location') : answer
}
