import { LinkButton } from '~/ui/link-button'
import { Notice } from '~/ui/notice'

/** For a relative who would see a danger only when they look. */
export const RingFirst = () => (
  <Notice kind="info" word="알림">
    <p>알림을 켜 두면 위험한 문자가 있을 때 바로 알려 드려요.</p>
    <div className="mt-3">
      <LinkButton to="/reminders" variant="outlined" full icon="device">
        알림 켜기
      </LinkButton>
    </div>
  </Notice>
)
