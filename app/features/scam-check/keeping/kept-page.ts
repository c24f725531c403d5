import * as z from 'zod/mini'
import { keptOr, type Shell } from '~/offline/kept-or'
import type { KeptShape } from '~/offline/store/kept-shape'
import type { WaitingDeed } from '~/commands/list-deeds'
import { keptFields } from './check-schema'
import type { KeptCheck } from './kept-check'

export interface KeptChecksPage {
  shell: false
  personId: string | null
  checks: KeptCheck[]
}

const keptChecks: KeptShape<KeptCheck[]> = {
  name: 'scam-checks',
  v: 1,
  schema: z.array(z.object({ id: z.string(), at: z.string(), ...keptFields })),
}

const isAboutChecks = ({ type }: { type: string }) =>
  type === 'keep_scam_check' || type === 'forget_scam_check'

/** `clientLoader` of what was kept: with or without a network, and before there is an account. */
export function loadKeptChecks(serverLoader: () => Promise<KeptChecksPage | Shell>) {
  return keptOr<KeptChecksPage>(serverLoader, {
    fromStore: async (store) => ({
      shell: false,
      personId: store.personId,
      checks: (await store.read(keptChecks)) ?? [],
    }),
    keep: async (store, page, askedMs) => {
      if (await store.keep(keptChecks, page.checks))
        await store.outbox.forgetSent(askedMs, isAboutChecks)
    },
  })
}

/** What is kept after a deed of this phone. */
export function afterDeed(checks: readonly KeptCheck[], deed: WaitingDeed): readonly KeptCheck[] {
  if (deed.type === 'forget_scam_check')
    return checks.filter(({ id }) => id !== deed.payload.checkId)
  if (deed.type !== 'keep_scam_check') return checks
  const { checkId: id, ...found } = deed.payload
  return checks.some((check) => check.id === id)
    ? checks
    : [{ id, at: deed.occurredAt, ...found }, ...checks]
}
