import type { InstallSituation } from '~/offline/install'
import { Button } from '~/ui/button'
import { Steps } from '~/ui/steps'

/** The way onto the home screen that this browser has: its own question, or where to tap. */
export function HowToInstall({ situation, onAsk }: { situation: InstallSituation; onAsk(): void }) {
  if (situation.kind === 'prompt')
    return (
      <Button type="button" variant="outlined" full onClick={onAsk}>
        꺼내 두기
      </Button>
    )
  if (situation.kind === 'ios_share')
    return <Steps steps={['아래쪽 네모에 화살표 그림을 눌러요.', "'홈 화면에 추가'를 눌러요."]} />
  if (situation.kind === 'android_menu')
    return <Steps steps={['오른쪽 점 세 개를 눌러요.', "'홈 화면에 추가'를 눌러요."]} />
  return null
}
