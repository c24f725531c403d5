import { Disclosure } from '~/ui/disclosure'
import { LinkButton } from '~/ui/link-button'

/** What keeps reminders away from a phone, the likeliest first. Settings are named as the phones name them. */
export function WhenNothingComes({ silentFirst }: { silentFirst: boolean }) {
  const sound = <Sound key="sound" />
  const battery = [<Samsung key="samsung" />, <OtherPhones key="others" />]
  return (
    <div className="grid gap-3">
      {silentFirst ? [sound, ...battery] : [...battery, sound]}
      <Network />
    </div>
  )
}

function Sound() {
  return (
    <Disclosure summary="소리가 안 났어요" icon="speaker">
      <p className="text-body">옆 단추로 소리를 키워 주세요.</p>
      <p className="text-body">화면 위를 쓸어내려 '무음'과 '방해 금지'를 꺼 주세요.</p>
    </Disclosure>
  )
}

function Samsung() {
  return (
    <Disclosure summary="삼성 휴대폰" icon="device">
      <ol className="grid list-decimal gap-2 pl-6 text-body">
        <li>'설정'에서 '배터리'를 눌러요.</li>
        <li>'백그라운드 앱 사용 제한'을 눌러요.</li>
        <li>'사용하지 않는 앱을 절전 상태로 전환'을 꺼요.</li>
        <li>'절전 상태 앱'에 곁에나 인터넷이 있으면 빼요.</li>
      </ol>
    </Disclosure>
  )
}

function OtherPhones() {
  return (
    <Disclosure summary="다른 휴대폰" icon="device">
      <ol className="grid list-decimal gap-2 pl-6 text-body">
        <li>'설정'에서 '배터리'를 눌러요.</li>
        <li>'배터리 절약'이나 '절전 모드'를 꺼요.</li>
        <li>곁에나 인터넷을 찾아 '제한 없음'을 골라요.</li>
      </ol>
    </Disclosure>
  )
}

function Network() {
  return (
    <Disclosure summary="인터넷이 끊겼어요" icon="offline">
      <p className="text-body">알림은 인터넷으로 와요. 약 시간에 이어져 있어야 해요.</p>
      <p className="text-body">비행기 모드와 데이터 절약을 꺼 주세요.</p>
      <p className="text-body">휴대폰 달력은 인터넷이 없어도 알려 드려요.</p>
      <LinkButton to="/medication/calendar" variant="outlined" full>
        휴대폰 달력에 넣기
      </LinkButton>
    </Disclosure>
  )
}
