import { Notice } from '~/ui/notice'

/** Why name, reminders and account are as they are: for whoever has only just said whose number it is (decision 0007). */
export function HeldNotice({ until }: { until: string }) {
  return (
    <Notice kind="info" title={`${until}부터 다 쓰실 수 있어요.`} titleAs="h2">
      번호를 확인한 지 얼마 안 됐어요. 그때까지 약과 가족은 가려 둬요. 이름과 알림은 못 바꾸고,
      계정도 못 지워요.
    </Notice>
  )
}
