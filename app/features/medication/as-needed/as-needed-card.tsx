import { Form } from '@remix-run/react'
import { useEffect, useId, useRef, type FormEvent } from 'react'
import { v7 as uuidv7 } from 'uuid'
import { addCommand } from '~/commands/add-command'
import { ArchPlate } from '~/ui/arch-plate'
import { Button } from '~/ui/button'
import { Card } from '~/ui/card'
import { LinkButton } from '~/ui/link-button'
import { Notice } from '~/ui/notice'
import { pressedIn } from '~/ui/pressed-in'
import { trembleMs } from '~/ui/tremble'
import { labelOf } from '../courses/course-label'
import { AskPharmacist } from '../dose-card/answered'
import { versionOn } from '../dose-card/words'
import { nextIntake } from '../schedule/as-needed'
import { careDateOf } from '../schedule/care-date'
import type { Course, Facts, Intake } from '../schedule/facts'
import type { Moment } from '../schedule/moment'
import { withoutRetracted } from '../schedule/retraction'
import { wallIn } from '../schedule/wall-time'
import { amountInWords, dayInWords, timeInWords } from '../wording'
import { isResting, readTakeForm, take } from './take'

interface Props {
  course: Course
  facts: Facts
  now: Moment
  commandId: string
}

/** A medicine taken only when it is needed: when it may be next, said before it is ticked. */
export function AsNeededCard({ course, facts, now, commandId }: Props) {
  const titleId = useId()
  const submit = useTake(facts, now)
  const next = nextIntake(facts, course.id, now)
  const last = lastIntake(facts, course.id)
  const rests = isResting(facts, course.id, now)
  const isEarly = next.waitsFor !== null
  const version = versionOn(facts, course.id, now.day)
  const fields = (
    <>
      <input type="hidden" name="intent" value="take" />
      <input type="hidden" name="commandId" value={commandId} />
      <input type="hidden" name="course" value={course.id} />
    </>
  )
  return (
    <Card labelledBy={titleId}>
      <div className="marked">
        <ArchPlate icon="pill" />
        <div>
          <h3 id={titleId} className="text-h2 font-bold">
            {labelOf(facts, course.id)}
          </h3>
          <p className="text-caption text-soft">
            필요할 때만
            {version?.amount ? ` · 한 번에 ${amountInWords(version.amount, version.unit)}` : ''}
          </p>
        </div>
      </div>
      <div className="mt-3 grid gap-3">
        {version?.instruction ? <p className="text-body">{version.instruction}</p> : null}
        <p role="status" className="text-body">
          {last
            ? `마지막으로 ${whenInWords(last.takenWall, now)}에 드셨어요.`
            : '아직 안 드셨어요.'}
        </p>
        {rests ? (
          <Notice kind="nothing" word="쉬는 중이에요">
            다시 드시려면 쉬는 중을 먼저 끝내 주세요.
            <div className="mt-3">
              <LinkButton to={`/medication/courses/${course.id}`} variant="outlined" full>
                이 약 열기
              </LinkButton>
            </div>
          </Notice>
        ) : isEarly ? (
          <Notice
            kind="caution"
            word="잠깐만요"
            title={`${untilInWords(next.possibleAt, now)}까지 기다리세요.`}
          >
            {next.waitsFor === 'most'
              ? '24시간 동안 드실 수 있는 만큼 다 드셨어요.'
              : '약에 적힌 간격이 아직 안 지났어요.'}
          </Notice>
        ) : next.isLast ? (
          <Notice kind="caution" word="알아 두세요">
            이번이 하루에 드실 수 있는 마지막이에요.
          </Notice>
        ) : null}
        {rests || isEarly ? (
          // Another one for each intake: closed again once it was said.
          <details key={last?.id}>
            <summary className="summary-link">그래도 드셨어요?</summary>
            <Form method="post" onSubmit={submit} className="mt-2 grid gap-3">
              {fields}
              <Button variant="outlined" full name="what" value="insist">
                네, 먹었어요
              </Button>
            </Form>
            <div className="mt-3">
              <AskPharmacist />
            </div>
          </details>
        ) : (
          <Form method="post" onSubmit={submit}>
            {fields}
            <Button variant="outlined" full big name="what" value="take">
              먹었어요
            </Button>
          </Form>
        )}
        {last && careDateOf(last.takenWall) === now.day ? (
          <Form method="post" onSubmit={submit}>
            {fields}
            <input type="hidden" name="intake" value={last.id} />
            <Button variant="quiet" full name="what" value="undo">
              잘못 눌렀어요
            </Button>
          </Form>
        ) : null}
      </div>
    </Card>
  )
}

function useTake(facts: Facts, now: Moment) {
  const isWriting = useRef(false)
  const writtenAt = useRef(-Infinity)
  useEffect(() => {
    isWriting.current = false
  }, [facts])
  return (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (isWriting.current || performance.now() - writtenAt.current < trembleMs) return
    const form = readTakeForm(new FormData(event.currentTarget), pressedIn(event))
    const written = take(form, facts, now, uuidv7)
    if (!written) return
    isWriting.current = true
    writtenAt.current = performance.now()
    void addCommand('record_facts', written).then(() => {
      isWriting.current = false
    })
  }
}

function lastIntake(facts: Facts, courseId: string): Intake | undefined {
  return withoutRetracted(facts, facts.intakes)
    .filter((intake) => intake.courseId === courseId)
    .sort((a, b) => a.takenWall - b.takenWall)
    .at(-1)
}

const whenInWords = (wall: number, now: Moment) =>
  `${dayInWords(Math.floor(wall / 1440), Math.floor(now.wall / 1440))} ${timeInWords(wall)}`

/** Rounded up: a minute early is early. */
function untilInWords(instant: number, now: Moment): string {
  return whenInWords(wallIn(now.zone, instant + 59_999), now)
}
