import type { ReactNode } from 'react'
import { Card } from '~/ui/card'
import { Icon, type IconName } from '~/ui/icon'
import { LinkButton } from '~/ui/link-button'
import { PhoneNumber } from '~/ui/phone-number'
import { coursesInUse } from '~/features/medication/courses/courses-in-use'
import { howTaken } from '~/features/medication/courses/how-taken'
import type { Facts } from '~/features/medication/schedule/facts'
import type { Moment } from '~/features/medication/schedule/moment'
import { labelOf } from '~/features/medication/courses/course-label'
import type { Sheet } from './sheet'

/** What a helper reads, what can harm first. Only what was said is there. */
export function SheetView({ sheet, facts, now }: { sheet: Sheet; facts: Facts; now: Moment }) {
  const medicines = coursesInUse(facts, now)
  return (
    <>
      <Said title="알레르기" icon="caution" words={sheet.allergies} />
      {sheet.guardianName || sheet.guardianPhone ? (
        <Part title="보호자" icon="family">
          <Words>{sheet.guardianName}</Words>
          <Call phone={sheet.guardianPhone} whom="보호자에게" />
        </Part>
      ) : null}
      {medicines.length > 0 ? (
        <Part title="먹는 약" icon="pill">
          <ul role="list" className="grid gap-3">
            {medicines.map(({ course, version, paused }) => (
              <li key={course.id} className="text-body" data-name>
                <strong className="block">
                  {labelOf(facts, course.id)}
                  {paused ? ' (쉬는 중)' : ''}
                </strong>
                <span className="block">
                  {howTaken(
                    facts,
                    version,
                    course.kind === 'as_needed' ? 'as_needed' : 'scheduled',
                  )}
                </span>
                {version.instruction ? <span className="block">{version.instruction}</span> : null}
              </li>
            ))}
          </ul>
        </Part>
      ) : null}
      <Said title="앓는 병" icon="info" words={sheet.illnesses} />
      <Said title="혈액형" icon="person" words={sheet.bloodType} />
      {sheet.doctor || sheet.doctorPhone ? (
        <Part title="다니는 병원" icon="book">
          <Words>{sheet.doctor}</Words>
          <Call phone={sheet.doctorPhone} whom="병원에" />
        </Part>
      ) : null}
      <Said title="더 알릴 것" icon="info" words={sheet.notes} />
    </>
  )
}

const Said = ({ words, ...part }: { title: string; icon: IconName; words: string }) =>
  words ? (
    <Part {...part}>
      <Words>{words}</Words>
    </Part>
  ) : null

function Part({ title, icon, children }: { title: string; icon: IconName; children: ReactNode }) {
  return (
    <Card labelledBy={`part-${title}`}>
      <h2 id={`part-${title}`} className="flex items-center gap-3 text-h2 font-bold">
        <span className="text-pine">
          <Icon name={icon} />
        </span>
        {title}
      </h2>
      <div className="mt-2 grid gap-3">{children}</div>
    </Card>
  )
}

/** The person's own words, with their lines. */
const Words = ({ children }: { children: string }) =>
  children ? (
    <p className="text-button font-bold whitespace-pre-line" data-name>
      {children}
    </p>
  ) : null

const Call = ({ phone, whom }: { phone: string; whom: string }) =>
  phone ? (
    <>
      <p className="text-body" data-name>
        <PhoneNumber>{phone}</PhoneNumber>
      </p>
      <LinkButton to={`tel:${phone}`} variant="outlined" full icon="phone">
        {whom} 전화하기
      </LinkButton>
    </>
  ) : null
