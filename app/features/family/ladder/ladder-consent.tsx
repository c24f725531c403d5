/** Under which words a senior has their silence told; `ladderTextVersion` names them. */
export const LadderConsent = () => (
  <dl className="grid gap-3 text-body">
    <Line term="무엇을">
      고르신 약에 답이 없다는 것만 알려요. 약 이름은 안 보내요. 휴대폰이 꺼져 있으면 확인이 안
      된다고 알려요.
    </Line>
    <Line term="언제">
      약 시간에 두 번 더 알려 드린 뒤, 빨라도 한 시간이 지나서예요. 30분 전에 이 휴대폰에 먼저 말씀
      드려요. 그때 ‘알리지 마세요’를 누르시면 안 알려요.
    </Line>
    <Line term="어떻게 멈춰요">
      답을 하시면 바로 멈춰요. 가족 한 분이 챙기겠다고 하면 다른 분께는 더 안 알려요.
    </Line>
    <Line term="언제까지">여섯 달 동안이에요. 그 뒤에는 다시 여쭤요. 언제든 한 번에 꺼요.</Line>
    <Line term="거절하면">거절해도 괜찮아요. 약 알림은 그대로 와요.</Line>
  </dl>
)

function Line({ term, children }: { term: string; children: React.ReactNode }) {
  return (
    <div>
      <dt className="font-bold">{term}</dt>
      <dd>{children}</dd>
    </div>
  )
}
