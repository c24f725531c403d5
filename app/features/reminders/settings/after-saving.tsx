import { HowToInstall } from '~/features/install/how-to-install'
import { useInstall } from '~/offline/use-install'
import { Button } from '~/ui/button'
import type { Allow } from '../health/phone-state'

interface AfterSavingProps {
  /** The browser has not been asked yet. */
  mayAsk: boolean
  allow: Allow
}

/** Reminders were switched on: what they still need on this phone is offered, and never asked for by itself. */
export function AfterSaving({ mayAsk, allow }: AfterSavingProps) {
  const { situation, ask } = useInstall()
  const canInstall = situation.kind === 'prompt' || situation.kind === 'android_menu'
  if (!mayAsk && !canInstall) return null
  return (
    <section aria-labelledby="after-saving" className="grid gap-4">
      <h2 id="after-saving" className="text-h2 font-bold">
        이 휴대폰에서 울리려면
      </h2>
      {mayAsk ? (
        <>
          <p className="text-body">알림을 켜 두셔야 약 시간에 울려요.</p>
          <Button
            type="button"
            variant="outlined"
            full
            busy={allow.isBusy ? '켜는 중이에요' : undefined}
            onClick={allow.ask}
          >
            알림 켜기
          </Button>
        </>
      ) : null}
      {canInstall ? (
        <>
          <p className="text-body">곁에를 첫 화면에 꺼내 두면 알림이 더 잘 와요.</p>
          <HowToInstall situation={situation} onAsk={() => void ask()} />
        </>
      ) : null}
    </section>
  )
}
