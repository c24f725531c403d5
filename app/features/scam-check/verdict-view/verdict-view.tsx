import type { ReactNode } from 'react'
import { LinkButton } from '~/ui/link-button'
import { AlertNotice } from '../alert/alert-notice'
import type { FamilyToShow } from '../alert/family-to-show'
import { ShowFamily } from '../alert/show-family'
import { useAlert } from '../alert/use-alert'
import type { Checked } from '../checked'
import type { CheckRecord } from '../kept-draft'
import { AskOffices, OfficeButton } from './ask-offices'
import { HiddenLinks } from './hidden-links'
import { MarkedMessage } from './marked-message'
import { tellFamily } from './messages-to-others'
import { ReasonsList } from './reasons-list'
import { ReportFold } from './report-fold'
import { VerdictBlock } from './verdict-block'

interface VerdictViewProps {
  checked: Checked
  isNew: boolean
  record: CheckRecord
  /** As the server answered a form without scripts. */
  family: FamilyToShow[] | undefined
  /** It is decided whether the family is told of this check. */
  onTold(told: boolean): void
  /** What it does not say, below what to do. */
  beside?: ReactNode
  /** Keeping it, and the way to the next one. */
  children: ReactNode
}

const nobody: FamilyToShow[] = []

/** What to do first, then what was found, then everything that may follow. One filled button at most. */
export function VerdictView({
  checked,
  isNew,
  record,
  family: known = nobody,
  onTold,
  beside,
  children,
}: VerdictViewProps) {
  const { level } = checked.verdict
  const [office] = checked.offices
  const isDanger = level === 'danger'
  const alert = useAlert(record, checked, known, onTold)
  const family = <ShowFamily text={tellFamily(checked)} family={alert.family} first={isDanger} />
  return (
    <div className="grid gap-6">
      <div className="grid gap-4">
        <VerdictBlock checked={checked} isNew={isNew} />
        {alert.state ? (
          <AlertNotice state={alert.state} kind={checked.kind} family={alert.family} />
        ) : null}
        {isDanger ? family : null}
        {level === 'caution' && office ? <OfficeButton office={office} first /> : null}
        {beside}
        <MarkedMessage {...checked} />
        <HiddenLinks {...checked} />
      </div>
      <ReasonsList {...checked} />
      {level === 'caution' ? <AskOffices checked={checked} /> : null}
      {level === 'nothing_found' ? (
        <p className="text-body">돈이나 개인 정보 이야기가 있으면 먼저 물어보세요.</p>
      ) : null}
      <div className="grid gap-3">
        {isDanger ? null : family}
        {level === 'nothing_found' ? (
          <LinkButton to="tel:1394" variant="outlined" full icon="phone">
            1394 전화하기
          </LinkButton>
        ) : null}
        {level === 'nothing_found' ? null : (
          <LinkButton to="/scam-check/after" variant="outlined" full icon="emergency">
            {checked.kind === 'call' ? '벌써 따랐어요' : '벌써 눌렀어요'}
          </LinkButton>
        )}
        {level === 'nothing_found' ? null : <ReportFold checked={checked} />}
        {children}
      </div>
    </div>
  )
}
