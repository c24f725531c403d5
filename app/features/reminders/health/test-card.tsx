import { useEffect, useState } from 'react'
import { phoneNow } from '~/offline/this-phone'
import { Button } from '~/ui/button'
import { Card } from '~/ui/card'
import { Notice } from '~/ui/notice'
import {
  countdownInWords,
  hasArrived,
  requestTest,
  resumeTest,
  type TestReminder,
} from './test-reminder'
import { keepJudged, type Arrivals } from './use-arrivals'

interface TestCardProps {
  known: { dueAt: string } | null
  /** What the phone has written down of test pushes. */
  arrivals: Pick<Arrivals, 'test' | 'judged'>
  /** The page's one filled button, where nothing else comes first. */
  filled: boolean
  /** What to look at then stands on the page. */
  onMissed(reached: boolean): void
}

const failures = {
  no_network: '인터넷에 닿지 못했어요. 이어지면 한 번 더 눌러 주세요.',
  too_many: '조금 전에 여러 번 하셨어요. 십 분쯤 뒤에 눌러 주세요.',
  not_known: '이 휴대폰이 아직 이어지지 않았어요. 먼저 알림을 켜 주세요.',
} as const

/** A reminder in two minutes, on trial: the one sure way to know that they ring. */
export function TestCard({ known, arrivals, filled, onMissed }: TestCardProps) {
  // Shown once the phone itself was looked at: never rendered by the server.
  const [test, setTest] = useState(() => resumeTest(known, phoneNow().getTime(), arrivals.judged))
  const now = useSeconds(test.kind === 'coming')

  const begin = async () => {
    setTest({ kind: 'asking' })
    setTest(await requestTest((input, init) => fetch(input, init), phoneNow().getTime()))
  }
  const isBusy = test.kind === 'asking'
  return (
    <Card labelledBy="test">
      <h2 id="test" className="text-h2 font-bold">
        한번 울려 볼까요?
      </h2>
      {test.kind === 'coming' ? (
        <Coming
          dueAt={test.dueAt}
          now={now}
          arrived={hasArrived(test.askedAt, arrivals.test)}
          onAnswer={(answer) => {
            setTest(answer)
            void keepJudged().catch(() => undefined)
            if (answer.kind === 'missed') onMissed(answer.reached)
          }}
        />
      ) : (
        <>
          <p className="mb-3 text-body">누르고 2분 동안 휴대폰을 덮어 두세요.</p>
          <Outcome test={test} />
          <Button
            type="button"
            variant={filled ? 'primary' : 'outlined'}
            full
            big
            busy={isBusy ? '부탁하는 중이에요' : undefined}
            onClick={() => void begin()}
          >
            {test.kind === 'missed' ? '한 번 더 해 보기' : '시험 알림 받기'}
          </Button>
        </>
      )}
    </Card>
  )
}

function Coming({
  dueAt,
  now,
  arrived,
  onAnswer,
}: {
  dueAt: number
  now: number
  arrived: boolean
  onAnswer(test: TestReminder): void
}) {
  const isOver = arrived || now >= dueAt
  return (
    <div className="grid gap-3">
      {/* Not read aloud at each step: that would talk without an end. */}
      <p role="timer" className="text-h1 font-bold">
        {arrived ? '이 휴대폰에 닿았어요.' : countdownInWords(dueAt - now)}
      </p>
      {isOver ? (
        <>
          <p role="status" className="text-body">
            알림이 보이고 소리도 났나요?
          </p>
          <Button type="button" variant="outlined" full onClick={() => onAnswer({ kind: 'came' })}>
            왔어요
          </Button>
          <Button
            type="button"
            variant="outlined"
            full
            onClick={() => onAnswer({ kind: 'missed', reached: arrived })}
          >
            안 왔어요
          </Button>
        </>
      ) : (
        <p className="text-body">이 화면을 닫으셔도 알림은 와요.</p>
      )}
    </div>
  )
}

function Outcome({ test }: { test: TestReminder }) {
  if (test.kind === 'came')
    return (
      <div className="mb-4">
        <Notice kind="done" title="알림이 잘 와요." live="polite" />
      </div>
    )
  if (test.kind === 'missed')
    return (
      <div className="mb-4">
        <Notice
          kind="caution"
          title={test.reached ? '왔지만 못 보셨네요.' : '아직 안 왔네요.'}
          live="polite"
        >
          아래 '알림이 안 오면'을 보고 한 번 더 해 보세요.
        </Notice>
      </div>
    )
  if (test.kind === 'failed')
    return (
      <div className="mb-4">
        <Notice kind="info" word="아직 못 했어요" live="polite">
          {failures[test.why]}
        </Notice>
      </div>
    )
  return null
}

/** The present, looked at each second while something is waited for. */
function useSeconds(running: boolean): number {
  const [now, setNow] = useState(() => phoneNow().getTime())
  useEffect(() => {
    if (!running) return
    const look = () => setNow(phoneNow().getTime())
    look()
    const timer = setInterval(look, 1_000)
    return () => clearInterval(timer)
  }, [running])
  return now
}
