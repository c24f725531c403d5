import { LinkButton } from '~/ui/link-button'
import { changesPath } from '../changes/answer-change'

const groups = [
  {
    title: '내 약',
    ways: [
      ['/medication/courses', '내 약 보기'],
      ['/medication/hours', '약 시간 바꾸기'],
      ['/medication/pause', '입원 중이에요'],
    ],
  },
  {
    title: '기록과 병원',
    ways: [
      ['/medication/history', '드신 기록'],
      ['/medication/visits', '병원 가는 날'],
      ['/medication/report', '의사에게 보이기'],
    ],
  },
  {
    title: '알림',
    ways: [
      ['/reminders', '알림이 잘 오나요?'],
      ['/medication/calendar', '휴대폰 달력에 넣기'],
    ],
  },
] as const

const Way = ({ to, words }: { to: string; words: string }) => (
  <LinkButton to={to} variant="outlined" full>
    {words}
  </LinkButton>
)

/** Everything about medicines that is not of today, by what it is for: eight buttons in a row are a wall.
 * @param changed that a relative changed something lately */
export function MoreAboutMedicines({ changed }: { changed: boolean }) {
  return (
    <nav aria-label="약 더 보기" className="grid gap-6">
      {groups.map(({ title, ways }, at) => (
        <section key={title} className="grid gap-3">
          <h2 className="text-h2 font-bold">{title}</h2>
          {ways.map(([to, words]) => (
            <Way key={to} to={to} words={words} />
          ))}
          {at === 0 && changed ? <Way to={changesPath} words="가족이 바꾼 것" /> : null}
        </section>
      ))}
      <LinkButton to="/medication/practice" variant="quiet" full>
        연습해 보기
      </LinkButton>
    </nav>
  )
}
