import { Notice } from '~/ui/notice'

/** Said where the phone has not been given everything yet: what is not there is not "no record". */
export function NotWhole() {
  return (
    <Notice kind="offline" word="아직 다 못 받았어요">
      지난 기록이 휴대폰에 다 오지 않았어요. 인터넷이 되면 받아 올게요.
    </Notice>
  )
}
