import { loadToday } from '~/features/today/load-today.server'
import type { RequestContext } from '~/platform/context.server'

/** What 오늘 says of the family. */
export const findFamilyNews = async (context: RequestContext) => (await loadToday(context)).family
