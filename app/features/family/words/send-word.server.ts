import { sql } from 'kysely'
import { validate } from 'uuid'
import type { RequestContext } from '~/platform/context.server'
import { requireViewer } from '~/platform/session/require-viewer.server'
import { checkWord } from './check-word'

export type SentWord = { sent: true } | { sent: false; message: string }

type Answer = 'sent' | 'already' | 'no_link'

const whyNot: Record<Exclude<Answer, 'sent'>, string> = {
  already: '오늘은 벌써 한마디를 보냈어요. 하루에 한 번만 가요. 내일 또 보내 주세요.',
  no_link: '이제 이어져 있지 않아 못 보냈어요. 이 쪽을 새로 열어 주세요.',
}

/** One sentence to the senior of this link, once a day; the same one again counts as sent. */
export async function sendWord(
  context: RequestContext,
  { linkId, typed }: { linkId: string; typed: string },
): Promise<SentWord> {
  const { personId } = requireViewer(context)
  const checked = checkWord(typed)
  if (!checked.fits) return { sent: false, message: checked.message }
  if (!validate(linkId)) return { sent: false, message: whyNot.no_link }
  if (!(await context.limits.take('familyWordPerPerson', personId)))
    return { sent: false, message: '오늘은 여러 번 보내셨어요. 잠깐 멈췄어요. 내일 보내 주세요.' }
  const { rows } = await context.asViewer((tx) =>
    sql<{ answer: Answer }>`
      select gyeote.send_family_word(${linkId}::uuid, ${checked.words}) as answer`.execute(tx),
  )
  const answer = rows[0]?.answer ?? 'no_link'
  return answer === 'sent' ? { sent: true } : { sent: false, message: whyNot[answer] }
}
