import type { RequestContext } from '~/platform/context.server'
import { appError } from '~/platform/http/app-errors'
import { applyCommand, type Applied } from './apply-command.server'
import type { Command } from './catalog'
import { catalogHandlers } from './catalog.server'

/**
 * A deed done on a page with a network: the same path as from an outbox. Begins an anonymous session when
 * there is none. `id` comes from the form (made with the page), so that a double tap counts once.
 * @throws {Response} of the error catalogue, when no session can begin or somebody does this without end.
 */
export async function applyNow(
  context: RequestContext,
  command: Command & { id: string },
): Promise<Applied> {
  const { personId } = await context.session.begin()
  if (!(await context.limits.take('writePerPerson', personId))) throw appError('too_many')
  const applied = await applyCommand(context, catalogHandlers, personId, {
    ...command,
    occurredAt: context.clock.now(),
  })
  if (applied.status === 'accepted') await catalogHandlers.afterwards(context, personId)
  return applied
}
