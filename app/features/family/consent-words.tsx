import { PhoneNumber } from '~/ui/phone-number'

/** Under which words a senior lets a relative see; `consentTextVersion` names them. */
export function ConsentWords({ name, phone }: { name: string; phone: string | null }) {
  return (
    <dl className="grid gap-3 text-body">
      <Line term="누구에게">
        <p>
          {name} 님
          {phone ? (
            <>
              {' '}
              <PhoneNumber>{`(${phone})`}</PhoneNumber>
            </>
          ) : null}
        </p>
        <p>이름은 그분이 적었고, 번호는 곁에가 확인했어요.</p>
      </Line>
      <Line term="무엇을">
        <p>고르신 것만 보여요.</p>
        <p>지난 약 기록은 지난 날에 드신 약과 필요할 때 드신 약이에요.</p>
        <p>보이는 것을 한 주씩 모아 그분이 이메일로 받을 수도 있어요.</p>
        <p>위험한 문자는 ‘이거 사기예요?’에서 위험하다고 나온 문자와 전화예요.</p>
        <p>그때 바로 알리고, 어떤 수법이고 왜 위험한지만 보여요.</p>
      </Line>
      <Line term="왜">약을 챙기고, 안부를 알고, 사기를 함께 막는 데만 써요.</Line>
      <Line term="언제까지">
        여섯 달 동안 보여요. 그 뒤에는 다시 여쭤요. 그만두고 싶으면 언제든 한 번에 끝내요.
      </Line>
      <Line term="거절하면">거절해도 괜찮아요. 곁에는 그대로 쓸 수 있어요.</Line>
    </dl>
  )
}

function Line({ term, children }: { term: string; children: React.ReactNode }) {
  return (
    <div>
      <dt className="font-bold">{term}</dt>
      <dd>{children}</dd>
    </div>
  )
}
