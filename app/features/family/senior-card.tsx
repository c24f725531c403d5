import { Form } from '@remix-run/react'
import { Button } from '~/ui/button'
import { Card } from '~/ui/card'
import { Icon } from '~/ui/icon'
import { LinkButton } from '~/ui/link-button'
import { PhoneNumber } from '~/ui/phone-number'
import type { FamilyLine } from './family-day'
import { FamilyMark } from './family-mark'
import { helpPath } from './helping/help-paths'
import type { SeniorToday } from './load-family.server'
import { familyMonthPath } from './month/family-month-path'
import { WordForm, type Drafts, type NotSent } from './words/word-form'

interface SeniorCardProps {
  senior: SeniorToday
  notSent: NotSent | undefined
  drafts: Drafts
}

/** One senior's day: how it stands, how to call, a word to them, and how to end the link in one tap. */
export function SeniorCard({ senior, notSent, drafts }: SeniorCardProps) {
  const { linkId, name, phone, medicines, month, finishedCard, help, fine, sentWord } = senior
  const { opened, shares, tellsOfDanger, endsPhones } = senior
  const isEmpty =
    medicines === null && finishedCard === null && fine === null && !opened && !tellsOfDanger
  const id = `senior-${linkId}`
  return (
    <Card as="article" labelledBy={id}>
      <h2 id={id} className="text-h2 font-bold">
        {name ? `${name} 님` : '이름을 적지 않은 분'}
      </h2>
      <div className="mt-3 grid gap-4">
        {fine ? (
          <p className="marked text-body">
            <Icon name="sun" />
            <span className="font-bold">{fine}</span>
          </p>
        ) : null}
        {opened ? (
          <p className="marked text-body">
            <Icon name="check" />
            <span>오늘 열어 보셨어요.</span>
          </p>
        ) : null}
        {medicines ? <Medicines lines={medicines} /> : null}
        {month ? (
          <LinkButton to={familyMonthPath(linkId, month)} variant="outlined" full icon="book">
            지난 약 기록 보기
          </LinkButton>
        ) : null}
        {help?.from ? (
          <p className="text-body">{help.from}부터 약을 챙겨 드릴 수 있어요.</p>
        ) : help ? (
          <LinkButton to={helpPath(linkId)} variant="outlined" full icon="pill">
            약 챙겨 드리기
          </LinkButton>
        ) : null}
        {finishedCard === null ? null : (
          <p className="marked text-body">
            <Icon name="learn" />
            <span>{finishedCard ? '오늘 배움을 마치셨어요.' : '오늘 배움은 아직이에요.'}</span>
          </p>
        )}
        {tellsOfDanger ? (
          <p className="text-body">위험한 문자를 확인하시면 여기에 바로 보여요.</p>
        ) : null}
        {isEmpty ? (
          <p className="text-body">
            이어져 있어요. {shares ? '소식이 생기면 여기에 보여요.' : '보여 주시는 것은 없어요.'}
          </p>
        ) : null}
        {phone ? (
          <div className="grid gap-2">
            <p className="text-body">
              <PhoneNumber>{phone.shown}</PhoneNumber>
            </p>
            <LinkButton to={`tel:${phone.dialled}`} variant="outlined" full icon="phone">
              {name ? `${name} 님께 전화하기` : '전화하기'}
            </LinkButton>
          </div>
        ) : null}
        {endsPhones ? (
          <LinkButton to={`/family/${linkId}/lost-phone`} variant="quiet" full>
            휴대폰을 잃으셨어요
          </LinkButton>
        ) : null}
        <WordForm linkId={linkId} sent={sentWord} notSent={notSent} drafts={drafts} />
        <Form method="post">
          <Button variant="quiet" full name="link" value={linkId}>
            연결 끝내기
          </Button>
        </Form>
      </div>
    </Card>
  )
}

function Medicines({ lines }: { lines: readonly FamilyLine[] }) {
  if (lines.length === 0) return <p className="text-body">오늘 드실 약이 없어요.</p>
  return (
    <ul role="list" className="grid gap-3">
      {lines.map(({ title, state, sentence }) => (
        <li key={title} className="marked text-body">
          <FamilyMark state={state} />
          <div>
            <p className="font-bold">{title}</p>
            <p>{sentence}</p>
          </div>
        </li>
      ))}
    </ul>
  )
}
