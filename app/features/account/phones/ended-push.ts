import * as z from 'zod/mini'
import { endedWords } from './ended-words'

const schema = z.object({
  web_push: z.literal(8030),
  notification: z.object({ data: z.object({ kind: z.literal('ended') }) }),
})

/**
 * The last thing that is pushed to a phone, in the shape of every push (`reminders/push-message.ts`). It says whose
 * phone it was to nobody, and by itself it erases nothing: the phone asks the server.
 * @param origin without a slash at its end
 */
export const endedPush = (origin: string): string =>
  JSON.stringify({
    web_push: 8030,
    // As for every push: without it an iPhone shows this by itself, and nothing is erased.
    mutable: true,
    notification: {
      ...endedWords,
      lang: 'ko-KR',
      dir: 'ltr',
      navigate: `${origin}/`,
      silent: false,
      data: { kind: 'ended' },
    },
  })

export const isEndedPush = (text: string | null): boolean => schema.safeParse(parse(text)).success

function parse(text: string | null): unknown {
  try {
    return text === null ? null : (JSON.parse(text) as unknown)
  } catch {
    return null
  }
}
