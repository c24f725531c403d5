import type { Subscription } from '../subscription/use-subscription'
import type { NotificationSituation } from './notification-situation'

/** Whether a test reminder can come: not where the browser or the server has no way to this phone. */
export const mayBeTested = (situation: NotificationSituation, { kind }: Subscription): boolean =>
  situation.kind === 'allowed' && (kind === 'known' || kind === 'looking' || kind === 'no_network')
