import { sql } from 'kysely'
import { validate } from 'uuid'
import { parsePhone } from '~/platform/accounts/phone'
import type { RequestContext } from '~/platform/context.server'
import type { Tx } from '~/platform/database/database.server'
import { requireViewer } from '~/platform/session/require-viewer.server'

export type Asked = { asked: true } | { asked: false; message: string }

/**
 * Leaves a request for whoever holds the number; asking again puts the same one on top. The answer is the same whether anybody does, and whether
 * they refused or blocked the viewer: the number is never looked up.
 */
export async function askByNumber(
  context: RequestContext,
  { number, name }: { number: string; name: string },
): Promise<Asked> {
  const { personId, phone: own } = requireViewer(context)
  const parsed = parsePhone(number, context.env.PHONE_PREFIXES)
  if (!parsed.ok) return { asked: false, message: parsed.message }
  if (parsed.phone === own)
    return {
      asked: false,
      message: '내 번호예요. 나와는 이을 수 없어요. 부모님 번호를 넣어 주세요.',
    }
  // The number stands on their own link already: this says nothing new of whose it is.
  if (await context.asViewer((tx) => isLinked(tx, personId, parsed.phone)))
    return {
      asked: false,
      message: '벌써 이어진 번호예요. 다시 안 물어보셔도 돼요. 가족에서 보세요.',
    }
  const { limits, clientAddress } = context
  if (!(await limits.take('familyAskPerPerson', personId)))
    return {
      asked: false,
      message: '오늘은 여러 번 물어보셨어요. 어르신들을 지키려고 멈췄어요. 내일 다시 해 주세요.',
    }
  if (!(await limits.take('familyAskPerAddress', clientAddress)))
    return {
      asked: false,
      message:
        '지금 쓰시는 인터넷에서 오늘 물음이 너무 많이 왔어요. 어르신들을 지키려고 멈췄어요. 다른 인터넷으로 바꾸거나 내일 다시 해 주세요.',
    }
  await context.asViewer((tx) =>
    sql`select gyeote.ask_family(${parsed.phone}, ${name})`.execute(tx),
  )
  return { asked: true }
}

async function isLinked(tx: Tx, personId: string, phone: string): Promise<boolean> {
  const link = await tx
    .selectFrom('gyeote.family_links')
    .select('id')
    .where('relative_id', '=', personId)
    .where('senior_phone', '=', phone)
    .where('status', '=', 'active')
    .executeTakeFirst()
  return link !== undefined
}

export interface OwnRequest {
  id: string
  /** The last four digits of the number that was asked. */
  end: string
}

/** What the viewer has asked and what still waits, as far as they can know. */
export async function listOwnRequests(tx: Tx, personId: string): Promise<OwnRequest[]> {
  const rows = await tx
    .selectFrom('gyeote.family_requests')
    .select(['id', 'to_end'])
    .where('relative_id', '=', personId)
    .orderBy('created_at', 'desc')
    .execute()
  return rows.map((row) => ({ id: row.id, end: row.to_end }))
}

export async function takeBackRequest(context: RequestContext, requestId: string): Promise<void> {
  requireViewer(context)
  if (!validate(requestId)) return
  await context.asViewer((tx) =>
    sql`select gyeote.take_back_family_request(${requestId})`.execute(tx),
  )
}
