import { Notice } from '~/ui/notice'

/** A day's pushes are counted over all phones of a person. */
export const Capped = () => (
  <Notice kind="caution" title="오늘은 알림을 더 보내지 않아요." titleAs="h2">
    <p>알림은 하루에 40번까지만 보내요. 내일은 다시 와요.</p>
    <p>오늘 남은 약은 '약' 쪽에서 봐 주세요.</p>
  </Notice>
)
