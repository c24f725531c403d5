import { useSearchParams } from '@remix-run/react'
import { StatusLine } from '~/ui/status-line'

const sentences: Readonly<Record<string, string>> = {
  added: '적어 두었어요.',
  edited: '고쳐 두었어요.',
  'edited-today': '고쳐 두었어요. 오늘부터 이렇게 여쭤요.',
  'edited-later': '고쳐 두었어요. 오늘은 그대로, 다음부터 바뀌어요.',
  packed: '새 약을 더했어요.',
  unpacked: '더한 약을 되돌렸어요.',
  counted: '센 수를 적어 두었어요.',
  paused: '쉬기로 했어요.',
  resumed: '다시 시작했어요.',
  ended: '끝냈어요.',
  revived: '다시 챙겨 드려요.',
  hours: '시간을 적어 두었어요.',
  withdrawn: '없던 일로 했어요.',
  known: '보신 것으로 적어 두었어요.',
  'put-back': '되돌렸어요. 전처럼 챙겨 드려요.',
}

/** What was just done, as the address says it (`?done=`): also where there is no JavaScript. */
export function DoneLine() {
  const done = useSearchParams()[0].get('done') ?? ''
  return <StatusLine text={sentences[done]} holdsRoom={false} />
}
