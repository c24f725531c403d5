import { Steps } from '~/ui/steps'

/** Besides ending it here. No number is named: each operator has its own, printed on its bill. */
export function AfterLosing() {
  return (
    <section aria-labelledby="after-losing" className="grid gap-3">
      <h2 id="after-losing" className="text-h2 font-bold">
        이것도 해 주세요
      </h2>
      <Steps
        steps={[
          '통신사에 전화해서 분실신고를 하세요. 그래야 남이 그 번호로 문자를 못 받아요.',
          '새 휴대폰에서도 같은 번호로 들어오시면 기록이 그대로 있어요.',
          '휴대폰을 찾으시면 거기서 번호로 다시 들어오세요.',
        ]}
      />
    </section>
  )
}
