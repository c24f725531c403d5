import { Button } from '~/ui/button'
import { StatusLine } from '~/ui/status-line'
import { Steps } from '~/ui/steps'

interface CalendarRemovalProps {
  title: string
  /** The person says that it is done; left out where nothing was put in. */
  done: { label: string; onDone(): void } | undefined
  /** What was said, in the place of the button. */
  said: string | undefined
}

/** What lies in a calendar cannot be taken back from here, so the way is told. */
export function CalendarRemoval({ title, done, said }: CalendarRemovalProps) {
  return (
    <section aria-labelledby="removal" className="grid gap-3">
      <h2 id="removal" className="text-h2 font-bold">
        {title}
      </h2>
      <p className="text-body">곁에가 대신 지울 수 없어서, 달력에서 지우셔야 해요.</p>
      <Steps
        steps={[
          '휴대폰에서 달력 앱을 열어요.',
          "'약 시간이에요'라고 적힌 것을 눌러요.",
          "'삭제'를 누르고, 모든 일정을 골라요.",
          '약 시간마다 한 번씩 지워요.',
        ]}
      />
      {done ? (
        <Button type="button" variant="outlined" full onClick={done.onDone}>
          {done.label}
        </Button>
      ) : null}
      {said ? <StatusLine text={said} /> : null}
    </section>
  )
}
