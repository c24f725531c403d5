import { useInstall } from '~/offline/use-install'
import { LinkButton } from '~/ui/link-button'
import { Notice } from '~/ui/notice'

/** Inside KakaoTalk or Naver a file goes nowhere: the way to the phone's own browser. Nothing elsewhere. */
export function WayOut() {
  const { situation } = useInstall()
  if (situation.kind !== 'in_app') return null
  return (
    <Notice kind="info" word="다른 앱 안에서 보고 계세요">
      <p>여기서는 달력에 못 넣을 수 있어요.</p>
      {situation.openOutside ? (
        <div className="mt-3 grid">
          <LinkButton to={situation.openOutside} variant="outlined" full>
            인터넷에서 열기
          </LinkButton>
        </div>
      ) : (
        <p>화면 아래 나침반 그림을 누르면 돼요.</p>
      )}
    </Notice>
  )
}
