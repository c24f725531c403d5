import { phoneNow } from '~/offline/this-phone'
import { arrivalWords } from './arrival-words'

interface LastArrivalProps {
  /** ms since 1970; null when none is known. */
  at: number | null
}

/** The last push that really arrived on this phone: its worker saw it, no push service only said so. */
export function LastArrival({ at }: LastArrivalProps) {
  return (
    <section aria-labelledby="last-arrival">
      <h2 id="last-arrival" className="text-h2 font-bold">
        마지막으로 온 알림
      </h2>
      <p className="text-body">
        {at === null
          ? '이 휴대폰에 온 알림이 아직 없어요.'
          : arrivalWords(at, phoneNow().getTime(), phoneZone())}
      </p>
    </section>
  )
}

const phoneZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone
