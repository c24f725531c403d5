import { Link } from '@remix-run/react'
import { Icon } from '~/ui/icon'
import type { Facts } from '../schedule/facts'
import type { Moment } from '../schedule/moment'
import type { Supply } from '../stock/supplies'
import { dateInWords } from '../wording'
import { nextVisit, visitInWords } from './next-visit'

interface Props {
  supplies: readonly Supply[]
  facts: Facts
  now: Moment
}

/** When the person goes to the clinic next, leading to where that is set. Nothing while it is not known. */
export function NextVisit({ supplies, facts, now }: Props) {
  const next = nextVisit(supplies, facts, now)
  if (!next) return null
  return (
    <Link
      to="/medication/visits"
      className="marked min-h-target rounded-control border-edge border-line bg-card p-gutter text-body active:bg-tint"
    >
      <Icon name="clock" />
      <span>
        <strong className="block">다음 병원</strong>
        {next.kind === 'set' ? (
          <>
            <span className="block">{visitInWords(next.visit)}</span>
            {next.visit.place ? (
              <span className="block" data-name>
                {next.visit.place}
              </span>
            ) : null}
          </>
        ) : (
          <span className="block">{dateInWords(next.on)}, 약이 끝나는 날</span>
        )}
      </span>
    </Link>
  )
}
