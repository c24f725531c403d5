import * as z from 'zod/mini'

const title = '이 휴대폰에서 로그아웃됐어요'
const body = '다시 쓰시려면 전화번호로 들어와 주세요.'

const schema = z.object({
  web_push: z.literal(8030),
  notification: z.object({
    title: z.string(),
    body: z.string(),
    tag: z.string(),
    data: z.object({ kind: z.literal('ended') }),
  }),
})

export interface EndedPush {
  title: string
  body: string
  tag: string
}

/**
 * The last thing that is pushed to a phone, in the shape of every push (`reminders/push-message.ts`). It says whose
 * phone it was to nobody, and by itself it erases nothing: the phone asks the server.
 * @param origin without a slash at its end
 */
export const endedPush = (origin: string): string =>
  JSON.stringify({
    web_push: 8030,
    notification: {
      title,
      body,
      lang: 'ko-KR',
      dir: 'ltr',
      tag: 'gyeote-ended',
      navigate: `${origin}/`,
      silent: false,
      data: { kind: 'ended' },
    },
  })

/** Null when the push is another one. */
export function readEndedPush(text: string | null): EndedPush | null {
  const read = schema.safeParse(parse(text))
  if (!read.success) return null
  const { data: _kind, ...shown } = read.data.notification
  return shown
}

function parse(text: string | null): unknown {
  try {
    return text === null ? null : (JSON.parse(text) as unknown)
  } catch {
    return null
  }
}
