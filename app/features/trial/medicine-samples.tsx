import type { FormEvent } from 'react'
import { AsNeededCard } from '~/features/medication/as-needed/as-needed-card'
import { DoseCard } from '~/features/medication/dose-card/dose-card'
import { say, type Said } from '~/features/medication/dose-card/say'
import { groupsOf } from '~/features/medication/dose-card/dose-groups'
import { minutesPerDay } from '~/features/medication/schedule/care-date'
import { noFacts, type Answer, type Facts } from '~/features/medication/schedule/facts'
import { doseKey } from '~/features/medication/schedule/keys'
import { momentOf, type Moment } from '~/features/medication/schedule/moment'
import { instantOf } from '~/features/medication/schedule/wall-time'
import { Chapter, Sample } from '~/ui/gallery/sample'

/** 2027-03-01: the samples look the same at every hour. */
const day = 20_878
const fact = { by: '', deviceId: '', at: 0, receivedAt: 0 }
const ids = {
  혈압약: '00000000-0000-4000-8000-000000000001',
  당뇨약: '00000000-0000-4000-8000-000000000002',
  두통약: '00000000-0000-4000-8000-000000000003',
}
type Name = keyof typeof ids
type Answered = Partial<Record<Name, Answer['kind']>>

interface DoseSample {
  /** Of the day: each sample has a time of its own, so that no two cards are called the same. */
  minute: number
  /** Minutes from that time until now. */
  after: number
  names?: Name[]
  answered?: Answered
  rests?: boolean
  /** What was pressed, and asks something. */
  pressed?: string
}

/** Pure: made-up medicines with one dose a day, and the moment at which they are looked at. */
function factsOf({ minute, after, names = ['혈압약'], answered = {}, rests = false }: DoseSample) {
  const slotId = `sample-${minute}`
  const wall = day * minutesPerDay + minute
  const facts: Facts = {
    ...noFacts(''),
    courses: names.map((name) => courseOf(name, 'single')),
    courseVersions: names.map((name) => versionOf(name, [{ slotId, amount: 1000 }])),
    slotHours: [{ ...fact, id: slotId, baseId: null, fromOn: day - 9, slotId, minute }],
    answers: names.flatMap((name) => {
      const kind = answered[name]
      if (!kind) return []
      const takenWall = kind === 'taken' ? wall + 5 : null
      const said = { kind, takenWall, offsetMin: 540, replaces: [], guardPassed: false }
      const at = instantOf(wall + 5, 'Asia/Seoul')
      return [
        { ...fact, ...said, at, id: `${name} answer`, doseKey: doseKey(ids[name], day, slotId) },
      ]
    }),
    pauses: rests
      ? [
          {
            ...fact,
            id: 'pause',
            courseId: null,
            fromWall: wall - 60,
            toWall: null,
            reason: 'hospital',
          },
        ]
      : [],
  }
  return { facts, now: momentOf(facts, instantOf(wall + after, 'Asia/Seoul')), slotId }
}

const courseOf = (name: Name, kind: 'single' | 'as_needed') =>
  ({ ...fact, id: ids[name], kind, label: name, trackedFrom: 0, endsWithPack: false }) as const

const versionOf = (name: Name, slots: { slotId: string; amount: number }[]) => ({
  ...fact,
  id: `${name} version`,
  courseId: ids[name],
  baseId: null,
  fromOn: day - 9,
  lastOn: null,
  rule: { kind: 'daily' as const },
  slots,
  meal: null,
  minGapMin: slots.length === 0 ? 240 : null,
  max24h: slots.length === 0 ? 3 : null,
  amount: slots.length === 0 ? 1000 : null,
  unit: '알',
  label: null,
  instruction: null,
})

function Dose(sample: DoseSample) {
  const { facts, now, slotId } = factsOf(sample)
  const group = groupsOf(facts, day, day + 1, now).find((one) => one.slotId === slotId)
  if (!group) return null
  const sent = sample.pressed ? pressed(sample.pressed, facts, now, group.doses) : undefined
  return (
    <DoseCard
      {...{ group, facts, now }}
      first
      still
      commandId=""
      writeDown={() => Promise.resolve()}
      {...(sent ? { sent } : {})}
    />
  )
}

function pressed(what: string, facts: Facts, now: Moment, doses: { key: string }[]): Said {
  const form = { say: what, doses: doses.map(({ key }) => key), time: '', correcting: false }
  return say(form, facts, now, { newId: () => '', insisting: false })
}

interface AsNeededSample {
  label: string
  hoursAgo?: number[]
  rests?: boolean
}

function AsNeeded({ label, hoursAgo = [], rests = false }: AsNeededSample) {
  const { facts: paused, now } = factsOf({ minute: 900, after: 0, rests })
  const course = { ...courseOf('두통약', 'as_needed'), label }
  const facts: Facts = {
    ...paused,
    courses: [course],
    courseVersions: [versionOf('두통약', [])],
    intakes: hoursAgo.map((hours) => ({
      ...fact,
      id: `${hours} hours ago`,
      courseId: course.id,
      takenWall: now.wall - hours * 60,
      offsetMin: 540,
      amount: 1000,
    })),
  }
  return <AsNeededCard {...{ course, facts, now }} commandId="" />
}

/** Nothing of a sample is written down. */
const keepStill = (event: FormEvent) => {
  event.preventDefault()
  event.stopPropagation()
}

export function MedicineSamples() {
  return (
    <>
      <Chapter id="doses" title="드실 약">
        <Sample name="드실 때">
          <Dose minute={480} after={5} />
        </Sample>
        <Sample name="늦었을 때, 약이 여럿">
          <Dose minute={485} after={150} names={['혈압약', '당뇨약']} />
        </Sample>
        <Sample name="아직 이를 때">
          <Dose minute={490} after={-60} />
        </Sample>
        <Sample name="하나만 답했을 때">
          <Dose
            minute={495}
            after={10}
            names={['혈압약', '당뇨약']}
            answered={{ 혈압약: 'taken' }}
          />
        </Sample>
        <Sample name="모두 드셨을 때">
          <Dose
            minute={500}
            after={10}
            names={['혈압약', '당뇨약']}
            answered={{ 혈압약: 'taken', 당뇨약: 'taken' }}
          />
        </Sample>
        <Sample name="답이 서로 다를 때">
          <Dose
            minute={505}
            after={10}
            names={['혈압약', '당뇨약']}
            answered={{ 혈압약: 'taken', 당뇨약: 'declined' }}
          />
        </Sample>
        <Sample name="기억이 안 날 때">
          <Dose minute={510} after={10} answered={{ 혈압약: 'unknown' }} />
        </Sample>
        <Sample name="두 번째를 막을 때">
          <Dose minute={515} after={10} answered={{ 혈압약: 'taken' }} pressed="taken" />
        </Sample>
        <Sample name="어제 약을 오늘 답할 때">
          <Dose minute={1110} after={870} pressed="taken" />
        </Sample>
        <Sample name="쉬는 중">
          <Dose minute={520} after={10} rests />
        </Sample>
      </Chapter>
      <Chapter id="as-needed" title="필요할 때 먹는 약">
        <div onSubmitCapture={keepStill} className="grid gap-8">
          <Sample name="드셔도 될 때">
            <AsNeeded label="두통약" />
          </Sample>
          <Sample name="이번이 마지막일 때">
            <AsNeeded label="감기약" hoursAgo={[5, 10]} />
          </Sample>
          <Sample name="간격이 안 지났을 때">
            <AsNeeded label="소화제" hoursAgo={[1]} />
          </Sample>
          <Sample name="하루 몫을 다 드셨을 때">
            <AsNeeded label="무릎약" hoursAgo={[5, 10, 15]} />
          </Sample>
          <Sample name="쉬는 중">
            <AsNeeded label="기침약" rests />
          </Sample>
        </div>
      </Chapter>
    </>
  )
}
