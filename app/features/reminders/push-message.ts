import * as z from 'zod/mini'
import type { PushKind } from './push-kinds'
import { doseAnchor } from '~/features/medication/dose-card/dose-anchor'

const action = z.object({
  action: z.enum(['taken', 'later', 'stop']),
  title: z.string(),
  navigate: z.string(),
})
const ofPush = { personId: z.string(), receipt: z.string() }

/** What a notification is about. `day` is the care date (`YYYY-MM-DD`), `slot` the schedule's own slot id. */
const data = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('dose'), day: z.string(), slot: z.string(), ...ofPush }),
  /** Before the family is told of a silence. */
  z.object({ kind: z.literal('warning'), day: z.string(), slot: z.string(), ...ofPush }),
  /** To a relative, of somebody else's silence: whose, their page says. */
  z.object({ kind: z.literal('ladder'), ...ofPush }),
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
  /** Of a phone that reads the declarative form (iOS 18.4): the worker is asked first, and this is shown if it fails. */
  mutable: z.optional(z.literal(true)),
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

type Button = Pick<z.infer<typeof action>, 'action' | 'title'>
const taken: Button = { action: 'taken', title: '먹었어요' }
const buttons: Partial<Record<PushKind, readonly Button[]>> = {
  dose: [taken, { action: 'later', title: '나중에' }],
  warning: [taken, { action: 'stop', title: '알리지 마세요' }],
}

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
  return {
    web_push: 8030,
    mutable: true,
    notification: {
      title,
      body,
      lang: 'ko-KR',
      dir: 'ltr',
      tag,
      navigate,
      silent: about.kind === 'card',
      requireInteraction: about.kind !== 'card' && about.kind !== 'week',
      actions: (buttons[about.kind] ?? []).map((button) => ({ ...button, navigate })),
      data: { ...about, personId, receipt } as PushMessage['notification']['data'],
    },
  }
}

const paths = {
  // With the dose there stands what the warning asks.
  warning: '/',
  card: '/',
  test: '/reminders',
  ladder: '/family',
  family: '/family',
  week: '/family/week',
} as const

function pathOf(about: PushAbout): string {
  return about.kind === 'dose'
    ? `/medication#${doseAnchor(about.day, about.slot)}`
    : paths[about.kind]
}
