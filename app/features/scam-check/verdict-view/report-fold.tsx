import { LinkButton } from '~/ui/link-button'
import type { Checked } from '../checked'
import { report } from './messages-to-others'
import { PassOn } from './pass-on'

/** A text that is ready for those who collect such messages; nothing leaves the phone before a tap. */
export function ReportFold({ checked }: { checked: Checked }) {
  const text = report(checked)
  return (
    <details>
      <summary className="summary-button">신고하기</summary>
      <div className="mt-3 grid gap-3">
        <p className="text-body">신고할 글을 준비했어요.</p>
        <PassOn text={text} by="sms" to="118" variant="outlined" icon="phone">
          118에 문자로
        </PassOn>
        <PassOn text={text} by="copy" variant="outlined" icon="book">
          신고 글 복사
        </PassOn>
        <LinkButton to="tel:1394" variant="outlined" full icon="phone">
          1394 전화하기
        </LinkButton>
      </div>
    </details>
  )
}
