import { Form } from '@remix-run/react'
import { Button } from '~/ui/button'
import { Card } from '~/ui/card'
import { Icon } from '~/ui/icon'
import { LinkButton } from '~/ui/link-button'
import { PhoneNumber } from '~/ui/phone-number'
import type { SeniorToday } from '../load-family.server'
import type { ShownAlert } from './list-alerts.server'
import type { OfficesForFamily } from './offices-for-family.server'

interface AlertCardProps {
  senior: Pick<SeniorToday, 'linkId' | 'name' | 'phone'>
  alert: ShownAlert
  offices: OfficesForFamily | null
}

/** What a relative is to call with: to listen first, and to hold off what cannot be undone. */
const toSay: Record<ShownAlert['kind'], [string, string]> = {
  message: ['확인해 보신 것 참 잘하셨어요.', '그 문자는 누르지 마시고, 저한테 먼저 전화 주세요.'],
  call: ['확인해 보신 것 참 잘하셨어요.', '그 전화는 끊으시고, 저한테 먼저 전화 주세요.'],
}
const inWords = new Intl.DateTimeFormat('ko', { dateStyle: 'long', timeZone: 'UTC' })

/** A senior found a message or a call dangerous: what kind, why, and how to help. Nothing of its words. */
export function AlertCard({ senior: { linkId, name, phone }, alert, offices }: AlertCardProps) {
  const { id, kind, when, trick, reasons, earlier } = alert
  const heading = `alert-${linkId}`
  const what = kind === 'call' ? '의심 전화를' : '의심 문자를'
  return (
    <Card as="article" labelledBy={heading} due>
      <div className="marked">
        <span className="text-danger">
          <Icon name="danger" large />
        </span>
        <div>
          <p className="text-body font-bold text-danger">위험</p>
          <h2 id={heading} className="text-h2 font-bold">
            {name ? `${name} 님이` : '이름을 적지 않은 분이'} {what} 확인했어요
          </h2>
          <p className="text-body">
            {when}
            {earlier > 0 ? ` · 그 전에도 ${earlier}번 더` : ''}
          </p>
        </div>
      </div>
      <div className="mt-4 grid gap-4">
        {trick ? (
          <p className="text-body">
            닮은 수법: <strong>{trick}</strong>
          </p>
        ) : null}
        <ul role="list" className="grid gap-1 text-body">
          {reasons.map((reason) => (
            <li key={reason}>· {reason}</li>
          ))}
        </ul>
        <p className="text-body">{kind === 'call' ? '들은 말은' : '문자 내용은'} 보이지 않아요.</p>
        {phone ? (
          <LinkButton to={`tel:${phone.dialled}`} variant="primary" big full icon="phone">
            {name ? `${name} 님께 전화하기` : '전화하기'}
          </LinkButton>
        ) : null}
        <div>
          <h3 className="text-body font-bold">이렇게 말해 보세요</h3>
          {toSay[kind].map((sentence) => (
            <p key={sentence} className="text-body">
              “{sentence}”
            </p>
          ))}
        </div>
        {offices ? <Offices offices={offices} /> : null}
        <Form method="post">
          <input type="hidden" name="intent" value="alert-seen" />
          <Button variant="outlined" full icon="check" name="told" value={id}>
            봤어요
          </Button>
        </Form>
        <p className="text-caption text-soft">누르면 사라져요. 사흘이 지나면 저절로 사라져요.</p>
      </div>
    </Card>
  )
}

function Offices({ offices: { offices, checkedOn } }: { offices: OfficesForFamily }) {
  return (
    <details>
      <summary className="summary-button">벌써 눌렀거나 돈을 보냈다면</summary>
      <div className="mt-3 grid gap-3">
        {offices.map(({ name, digits }) => (
          <LinkButton key={digits} to={`tel:${digits}`} variant="outlined" full icon="phone">
            <span className="block">{name}</span>
            <span className="block">
              <PhoneNumber>{digits}</PhoneNumber>
            </span>
          </LinkButton>
        ))}
        <p className="text-caption text-soft">
          {inWords.format(new Date(checkedOn))}에 확인한 번호예요.
        </p>
        <LinkButton to="/scam-check/after" variant="outlined" full icon="emergency">
          할 일 차례로 보기
        </LinkButton>
      </div>
    </details>
  )
}
