import { Notice } from '~/ui/notice'

/** A reminder that could not go while it was of use is never made up for: the medicine stands on its page. */
export const Late = () => (
  <Notice kind="caution" title="오늘 제때 못 간 약 알림이 있어요." titleAs="h2">
    <p>늦은 알림은 보내지 않아요. 다음 약 시간에는 다시 알려 드려요.</p>
    <p>오늘 약은 '약' 쪽에서 봐 주세요.</p>
  </Notice>
)
