import { HowToInstall } from '~/features/install/how-to-install'
import { WayOut } from '~/features/install/way-out'
import { useInstall } from '~/offline/use-install'
import { LinkButton } from '~/ui/link-button'
import { Notice } from '~/ui/notice'
import { PhoneNumber } from '~/ui/phone-number'
import type { SittingPage } from './read-sitting.server'

interface StepBody {
  page: SittingPage
  isDone: boolean
}

/** In the phone's own browser first: another app can neither keep things nor ring. */
export function InstallStep({ page, isDone }: StepBody) {
  const { situation, justInstalled, ask } = useInstall()
  if (isDone && justInstalled && situation.kind !== 'installed')
    return (
      <Notice kind="done" title="첫 화면에 꺼내 두었어요." titleAs="h2" live="polite">
        다음부터는 첫 화면의 곁에 그림으로 여세요.
      </Notice>
    )
  if (isDone) return <Notice kind="done" title="첫 화면에서 열었어요." titleAs="h2" live="polite" />
  if (situation.kind === 'in_app')
    return <WayOut>여기서는 알림이 안 와요. 인터넷에서 열고 이어서 하세요.</WayOut>
  return (
    <div className="grid gap-4">
      {situation.kind === 'ios_share' && page.phone === null ? (
        <Notice kind="info" title="아이폰은 번호를 먼저 이어요." titleAs="h2">
          <p>그래야 꺼내 둔 곁에에서도 기록이 이어져요.</p>
          <div className="mt-3">
            <LinkButton to="/start-together/number" variant="outlined" full icon="phone">
              번호 먼저 잇기
            </LinkButton>
          </div>
        </Notice>
      ) : null}
      {situation.kind === 'none' ? (
        <p className="text-body">
          이 브라우저에서는 꺼내 두는 단추가 없어요. 휴대폰의 크롬이나 삼성 인터넷에서 열어 주세요.
        </p>
      ) : (
        <HowToInstall situation={situation} onAsk={() => void ask()} />
      )}
      <p className="text-body">
        꺼내 두었으면 첫 화면의 곁에 그림으로 여세요. 내 정보에서 '같이 설치하기'를 누르면 이어져요.
      </p>
    </div>
  )
}

export const NumberStep = ({ page, isDone }: StepBody) =>
  isDone ? (
    <Notice
      kind="done"
      title={
        <>
          <PhoneNumber>{page.phone ?? ''}</PhoneNumber> 번호로 이어져 있어요.
        </>
      }
      titleAs="h2"
      live="polite"
    />
  ) : (
    <div className="grid gap-4">
      <p className="text-body">
        부모님 번호로 인증번호가 와요. 번호를 이어 두면 새 휴대폰에서도 기록이 남아요.
      </p>
      <LinkButton to="/sign-in?to=start" variant="primary" full big icon="phone">
        전화번호 잇기
      </LinkButton>
    </div>
  )

export const MedicineStep = ({ page, isDone }: StepBody) =>
  isDone ? (
    <Notice kind="done" title="약을 적어 두었어요." titleAs="h2" live="polite">
      다른 약봉지는 나중에 더 넣어도 돼요.
    </Notice>
  ) : page.isHeld ? (
    <Held />
  ) : (
    <div className="grid gap-4">
      <p className="text-body">
        약봉지를 옆에 두세요. 약을 적어도 되는지 먼저 물어요. 그 답은 부모님이 직접 눌러 주세요.
      </p>
      <LinkButton to="/medication/new" variant="primary" full big icon="pill">
        약봉지 넣기
      </LinkButton>
    </div>
  )

export const FamilyStep = ({ page, isDone }: StepBody) =>
  isDone ? (
    <Notice
      kind="done"
      title={`가족 ${page.relatives}분과 이어져 있어요.`}
      titleAs="h2"
      live="polite"
    />
  ) : page.isHeld ? (
    <Held />
  ) : (
    <div className="grid gap-4">
      <p className="text-body">
        부모님 휴대폰에 그림을 열고, 내 휴대폰 사진기로 찍어요. 무엇을 보여 줄지는 부모님이 정해요.
      </p>
      <LinkButton to="/me/family/invite" variant="primary" full big icon="family">
        그림으로 가족 잇기
      </LinkButton>
    </div>
  )

const Held = () => (
  <Notice kind="info">번호를 확인한 지 얼마 안 됐어요. 일주일이 지나면 할 수 있어요.</Notice>
)
