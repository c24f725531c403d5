import * as z from 'zod/mini'
import { doseAnchor } from '~/features/medication/dose-card/dose-anchor'

const action = z.object({
  action: z.enum(['taken', 'later']),
  title: z.string(),
  navigate: z.string(),
})
const ofPush = { personId: z.string(), receipt: z.string() }

/** What a notification is about. `day` is the care date (`YYYY-MM-DD`), `slot` the schedule's own slot id. */
const data = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('dose'), day: z.string(), slot: z.string(), ...ofPush }),
  z.object({ kind: z.literal('card'), ...ofPush }),
  z.object({ kind: z.literal('test'), ...ofPush }),
  /** The week of the family. */
  z.object({ kind: z.literal('week'), ...ofPush }),
  /** Something that the family should look at now. */
  z.object({ kind: z.literal('family'), ...ofPush }),
])

/**
 * The body of every push: JSON for the service worker, and at the same time a Declarative Web Push, which
 * a phone shows by itself when no worker runs.
 */
export const pushMessageSchema = z.object({
  web_push: z.literal(8030),
  notification: z.object({
    title: z.string(),
    body: z.string(),
    lang: z.literal('ko-KR'),
    dir: z.literal('ltr'),
    /** Also the push's Topic: a repeat takes the place of what came before. */
    tag: z.string(),
    /** Absolute, as the declarative form wants it. */
    navigate: z.string(),
    silent: z.boolean(),
    requireInteraction: z.boolean(),
    actions: z.array(action),
    data,
  }),
})
export type PushMessage = z.infer<typeof pushMessageSchema>
export type PushAbout = PushMessage['notification']['data'] extends infer Data
  ? Data extends { personId: string; receipt: string }
    ? Omit<Data, 'personId' | 'receipt'>
    : never
  : never

/** Puts the body of a push together; `title` and `body` are what a person reads. */
export function pushMessage(push: {
  about: PushAbout
  title: string
  body: string
  tag: string
  origin: string
  personId: string
  receipt: string
}): PushMessage {
  const { about, title, body, tag, origin, personId, receipt } = push
  const navigate = `${origin}${pathOf(about)}`
  const isDose = about.kind === 'dose'
  return {
    web_push: 8030,
    notification: {
      title,
      body,
      lang: 'ko-KR',
      dir: 'ltr',
      tag,
      navigate,
      silent: about.kind === 'card',
      requireInteraction: isDose || about.kind === 'test',
      actions: isDose
        ? [
            { action: 'taken', title: '먹었어요', navigate },
            { action: 'later', title: '나중에', navigate },
          ]
        : [],
      data: { ...about, personId, receipt } as PushMessage['notification']['data'],
    },
  }
}

const paths = { card: '/', test: '/reminders', week: '/family/week', family: '/family' } as const

function pathOf(about: PushAbout): string {
  if (about.kind === 'dose') return `/medication#${doseAnchor(about.day, about.slot)}`
  return paths[about.kind]
}
