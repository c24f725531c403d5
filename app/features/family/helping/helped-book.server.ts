import { applyNow } from '~/commands/apply-now.server'
import { placedIn } from '~/features/medication/forms/entry-place'
import { refusedInWords, type Book } from '~/features/medication/forms/record-form.server'
import type { FactRefusal } from '~/features/medication/facts/record-facts.server'
import type { RequestContext } from '~/platform/context.server'
import { appError } from '~/platform/http/app-errors'
import { requireViewer } from '~/platform/session/require-viewer.server'
import { helpWithMedicinesSchema } from './command-schema'
import { helpPath } from './help-paths'
import { loadHelped } from './load-helped.server'

const noHelp = '저장하지 못했어요. 지금은 도와주기가 꺼져 있어요. 부모님께 여쭤봐 주세요.'
const tooMany = '저장하지 못했어요. 짧은 동안 너무 많이 적으셨어요. 1분 뒤에 다시 눌러 주세요.'

/** The senior's medicines as forms of a relative read and write them. @throws {Response} 404 where `loadHelped` says null */
export const helpedBook = (context: RequestContext, linkId: string): Book => ({
  async read() {
    const page = await loadHelped(context, linkId)
    if (page?.state !== 'open') throw appError('not_found')
    return page
  },
  pathOf: (ownPath) => placedIn(helpPath(linkId), ownPath),
  async write(id, facts) {
    const { personId } = requireViewer(context)
    if (!(await context.limits.take('writePerPerson', personId))) return tooMany
    const payload = helpWithMedicinesSchema.safeParse({ linkId, facts })
    if (!payload.success) throw appError('bad_input')
    const command = { id, type: 'help_with_medicines', payload: payload.data } as const
    const applied = await applyNow(context, command)
    if (applied.status !== 'refused') return null
    const { reason } = applied
    return reason in refusedInWords
      ? refusedInWords[reason as Exclude<FactRefusal, 'no_consent'>]
      : noHelp
  },
})
