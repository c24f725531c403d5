import type { InstallSituation } from '~/offline/install'
import { Button } from '~/ui/button'
import { Drawing } from '~/ui/drawing'
import { Steps } from '~/ui/steps'
import { installDrawings, type InstallDrawing } from './install-drawings'

/** The way onto the home screen that this browser has: its own question, or where to tap. */
export function HowToInstall({ situation, onAsk }: { situation: InstallSituation; onAsk(): void }) {
  if (situation.kind === 'prompt')
    return (
      <Button type="button" variant="outlined" full onClick={onAsk}>
        꺼내 두기
      </Button>
    )
  if (situation.kind === 'ios_share')
    return <Shown first="아래쪽 네모에 화살표 그림을 눌러요." drawings={installDrawings.ios} />
  if (situation.kind === 'android_menu')
    return <Shown first="오른쪽 점 세 개를 눌러요." drawings={installDrawings.android} />
  return null
}

function Shown({ first, drawings }: { first: string; drawings: readonly InstallDrawing[] }) {
  const sentences = [first, "'홈 화면에 추가'를 눌러요."]
  return (
    <Steps
      steps={sentences.map((sentence, index) => {
        const drawing = drawings[index]
        return (
          <div key={sentence}>
            {sentence}
            {drawing ? <Drawing {...drawing} /> : null}
          </div>
        )
      })}
    />
  )
}
