import { acceptWaiting } from '~/features/family/answer-waiting.server'
import { askByNumber } from '~/features/family/ask-by-number.server'
import { changeLink } from '~/features/family/change-link.server'
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
