import { LinkButton } from '~/ui/link-button'
import type { WeeklyChoice } from './choose-weekly.server'
import { WeeklyOn } from './weekly-settings'

/** On the family's page: the week, and whether it comes by itself. */
export function WeeklyLink({ choice }: { choice: WeeklyChoice }) {
  return (
    <section aria-labelledby="week" className="grid gap-3">
      <h2 id="week" className="text-h2 font-bold">
        한 주 소식
      </h2>
      {choice.way ? (
        <WeeklyOn choice={choice} />
      ) : (
        <p className="text-body">일요일 저녁마다 알림이나 이메일로 받을 수 있어요.</p>
      )}
      <LinkButton to="/family/week" variant="outlined" full icon="book">
        {choice.way ? '한 주 소식 보기' : '한 주 소식 보고 켜기'}
      </LinkButton>
    </section>
  )
}
