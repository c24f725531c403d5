import { LinkButton } from '~/ui/link-button'
import { PhoneNumber } from '~/ui/phone-number'
import type { Checked, Office } from '../checked'
import { writeNumber } from './offices-to-ask'

const inWords = new Intl.DateTimeFormat('ko', { dateStyle: 'long', timeZone: 'UTC' })

/** How to ask whoever it claims to be: by a number one knows already, or by one of our list. */
export function AskOffices({ checked }: { checked: Checked }) {
  const isFamily = checked.verdict.trick === 'family_impersonation'
  return (
    <section aria-labelledby="ask" className="grid gap-3">
      <h2 id="ask" className="text-h2 font-bold">
        이렇게 확인하세요
      </h2>
      <p className="text-body">
        {isFamily
          ? '늘 쓰던 번호로 가족에게 먼저 거세요.'
          : '카드나 통장에 적힌 번호, 아는 번호로 거세요.'}{' '}
        받은 번호로는 걸지 마세요.
      </p>
      {checked.offices.slice(1).map((office) => (
        <OfficeButton key={office.digits} office={office} />
      ))}
      <p className="text-caption text-soft">
        {inWords.format(new Date(checked.numbersCheckedOn))}에 확인한 번호예요.
      </p>
    </section>
  )
}

/** Calls a number of our list; whose it is stands above it. */
export function OfficeButton({
  office: { name, digits },
  first = false,
}: {
  office: Office
  first?: boolean
}) {
  return (
    <LinkButton
      to={`tel:${digits}`}
      variant={first ? 'primary' : 'outlined'}
      big={first}
      full
      icon="phone"
    >
      <span className="block">{name}</span>
      <span className="block">
        <PhoneNumber>{writeNumber(digits)}</PhoneNumber>
      </span>
    </LinkButton>
  )
}
