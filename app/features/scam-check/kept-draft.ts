import * as z from 'zod/mini'
import type { KeptShape } from '~/offline/store/kept-shape'
import type { Store } from '~/offline/store/store'
import { forgetSharedPicture } from './shared-picture'
import type { CheckKind, CheckOrigin } from './verdict/verdict'

/** What somebody is having checked: it lies sealed on their phone, and nowhere else. */
export interface Draft {
  text: string
  /** Of a call, the answers that were chosen. */
  picks: string[]
  /** It was asked about: the verdict is shown when the page is opened again. */
  checked: boolean
  picture: CamePicture
  /** How the text came to stand here. */
  origin: CheckOrigin
  /** Of what was asked about; null before. */
  record: CheckRecord | null
  /** ms since 1970. */
  at: number
}

/**
 * A picture that came along: `waiting` until it is read; `unread` once that was begun, and for good where it failed; or
 * why it is not here, `too_large` or without room on this phone. Null where none came, or it was read.
 */
export type CamePicture = (typeof camePictures)[number] | null
const camePictures = ['waiting', 'unread', 'too_large', 'not_kept'] as const

/** What became of a check, besides its verdict. */
export interface CheckRecord {
  /** Random, made when it is asked about: under it a result is kept once, and told once. */
  id: string
  isKept: boolean
  /** Whether the family was told; null until that is decided. */
  told: boolean | null
  /** Whether it stands among the person's deeds that there was a check, and how it ended. */
  isNoted: boolean
}

const keptForMs = 24 * 60 * 60_000

const keptDraft: KeptShape<Draft> = {
  name: 'scam-draft',
  v: 2,
  schema: z.object({
    text: z.string(),
    picks: z.array(z.string()),
    checked: z.boolean(),
    picture: z.nullable(z.enum(camePictures)),
    origin: z._default(z.enum(['typed', 'read_from_picture']), 'typed'),
    record: z._default(
      z.nullable(
        z.object({
          id: z.string(),
          isKept: z.boolean(),
          told: z.nullable(z.boolean()),
          // An older build noted what was asked about on its page.
          isNoted: z._default(z.boolean(), true),
        }),
      ),
      null,
    ),
    at: z.number(),
  }),
  older: {
    1: (draft) => {
      const { picture, ...rest } = draft as { picture: boolean }
      return { ...rest, picture: picture ? 'waiting' : null }
    },
  },
}

export const keepDraft = (store: Store, kind: CheckKind, draft: Omit<Draft, 'at'>) =>
  store.keep(keptDraft, { ...draft, at: Date.now() }, kind)

/** With the picture that came along, which belongs to no other check. */
export async function forgetDraft(store: Store, kind: CheckKind): Promise<void> {
  await store.forget(keptDraft, kind)
  if (kind === 'message') await forgetSharedPicture(store)
}

/** What became of a check. @returns what was known before, or null where something else lies there by now */
export async function changeRecord(
  store: Store,
  kind: CheckKind,
  id: string,
  change: Partial<Omit<CheckRecord, 'id'>>,
): Promise<CheckRecord | null> {
  const draft = await readDraft(store, kind)
  if (draft?.record?.id !== id) return null
  await keepDraft(store, kind, { ...draft, record: { ...draft.record, ...change } })
  return draft.record
}

/** Null as well for one of the day before: whoever opens the page then has something else. */
export async function readDraft(store: Store, kind: CheckKind): Promise<Draft | null> {
  const draft = await store.read(keptDraft, kind)
  if (draft && Math.abs(Date.now() - draft.at) < keptForMs) return draft
  if (draft) await forgetDraft(store, kind)
  return null
}
