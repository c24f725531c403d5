import { createHmac, randomInt } from 'node:crypto'
import { sql } from 'kysely'
import * as z from 'zod'
import type { RequestContext } from '~/platform/context.server'
import { requireViewer } from '~/platform/session/require-viewer.server'
import { findWeekly } from './choose-weekly.server'
import { codeMail } from './weekly-mail'

const lifeMs = 10 * 60_000
const tries = 5

const addressSchema = z.email().max(254)

export type AddressAnswer = { done: true } | { done: false; message: string }
const no = (message: string): AddressAnswer => ({ done: false, message })

/** Six digits go to this address, and nothing else until they are brought back. */
export async function askAddress(context: RequestContext, typed: string): Promise<AddressAnswer> {
  const { personId } = requireViewer(context)
  const parsed = addressSchema.safeParse(typed.trim())
  if (!parsed.success)
    return no('이 주소로는 보낼 수 없어요. @와 점이 들어 있는지 보고 다시 적어 주세요.')
  const address = parsed.data
  const { limits, clientAddress, clock, mails } = context
  const mayAsk =
    (await limits.take('mailCodePerPerson', personId)) &&
    (await limits.take('mailCodePerMailbox', address.toLowerCase())) &&
    (await limits.take('mailCodePerAddress', clientAddress))
  if (!mayAsk)
    return no('오늘은 여러 번 보냈어요. 모르는 분께 가지 않게 멈췄어요. 내일 다시 해 주세요.')
  const code = String(randomInt(1_000_000)).padStart(6, '0')
  const until = new Date(clock.now().getTime() + lifeMs)
  const hash = hashOf(context, address, code)
  await context.asViewer((tx) =>
    sql`select gyeote.ask_weekly_email(${address}, ${hash}, ${until}, ${tries})`.execute(tx),
  )
  switch (
    await mails.send({ to: address, ...codeMail(code), id: `code ${hash.toString('hex')}` })
  ) {
    case 'taken':
      return { done: true }
    case 'refused':
      await forgetAsked(context)
      return no('이 주소는 메일을 받지 않아요. 주소를 보고 다시 적어 주세요.')
    case 'later':
      await forgetAsked(context)
      return no('지금은 메일을 보내지 못했어요. 주소는 그대로 두고, 잠시 뒤 다시 눌러 주세요.')
  }
}

/** The code that came by e-mail: from now on the week goes to that address. */
export async function proveAddress(context: RequestContext, typed: string): Promise<AddressAnswer> {
  const { personId } = requireViewer(context)
  const now = context.clock.now()
  const proven = await context.asViewer(async (tx) => {
    const { asked } = await findWeekly(tx, personId, now)
    if (!asked) return null
    const hash = hashOf(context, asked, typed.replace(/\D/g, ''))
    const { rows } = await sql<{ right: boolean }>`
      select gyeote.prove_weekly_email(${hash}, ${now}) as right`.execute(tx)
    return rows[0]?.right === true
  })
  if (proven) return { done: true }
  return no(
    proven === null
      ? '시간이 지났거나 여러 번 달랐어요. 주소를 다시 적으면 새 숫자를 보내 드려요.'
      : '숫자가 달라요. 메일로 온 여섯 자리를 다시 넣어 주세요.',
  )
}

const forgetAsked = (context: RequestContext) =>
  context.asViewer((tx) => sql`select gyeote.forget_asked_email()`.execute(tx))

/** The code alone could be guessed by whoever reads the database. */
function hashOf(context: RequestContext, address: string, code: string): Buffer {
  const { personId } = requireViewer(context)
  return createHmac('sha256', context.push.secretFor('weekly'))
    .update(`${personId} ${address} ${code}`)
    .digest()
}
