import { buttonClasses } from '~/ui/button-look'
import { Icon } from '~/ui/icon'
import { PassOn } from '../verdict-view/pass-on'
import type { FamilyToShow } from './family-to-show'

interface ShowFamilyProps {
  text: string
  family: readonly FamilyToShow[]
  /** The one thing to do on this screen. */
  first: boolean
}

/** To the linked family by a text message that is ready, or to whomever the phone's share sheet offers. */
export function ShowFamily({ text, family, first }: ShowFamilyProps) {
  const look = { variant: first ? 'primary' : 'outlined', big: first } as const
  const reached = family.filter(({ phone }) => phone !== null)
  if (reached.length === 0)
    return (
      <PassOn text={text} {...look} icon="family">
        가족에게 보이기
      </PassOn>
    )
  return (
    <details>
      <summary className={`plain-summary ${buttonClasses({ ...look, full: true })}`}>
        <Icon name="family" />
        <span>가족에게 보이기</span>
      </summary>
      <div className="mt-3 grid gap-3">
        {reached.map(({ name, phone }) => (
          <PassOn key={phone} text={text} by="sms" to={phone ?? ''} variant="outlined" icon="paste">
            {`${name} 님께 문자로`}
          </PassOn>
        ))}
        <PassOn text={text} variant="outlined" icon="family">
          다른 분께 보이기
        </PassOn>
      </div>
    </details>
  )
}
