import { Form } from '@remix-run/react'
import { useRef, useState, type FormEvent } from 'react'
import { v5 as uuidv5, v7 as uuidv7 } from 'uuid'
import { addCommand } from '~/commands/add-command'
import { Button } from '~/ui/button'
import { Card } from '~/ui/card'
import { EmptyState } from '~/ui/empty-state'
import { ErrorSummary } from '~/ui/error-summary'
import { LinkButton } from '~/ui/link-button'
import { Notice } from '~/ui/notice'
import { PageHead } from '~/ui/page-head'
import { StatusLine } from '~/ui/status-line'
import type { NewFacts } from '../facts/fact-schema'
import type { ClinicVisit } from '../schedule/facts'
import { useMedication } from '../facts/use-medication'
import { dateInWords } from '../wording'
import { comingVisits, nextVisit, visitInWords } from './next-visit'
import { callOffVisit, planVisit, type VisitErrors, type VisitValues } from './plan-visit'
import type { VisitsPage } from './visits-page'
import { suppliesOf } from '../stock/supplies'
import { RunOutNotice } from './run-out-notice'
import { VisitForm } from './visit-form'
import { visitValues } from './visit-values'

/** A form that came back. */
export interface SentVisit {
  values: VisitValues
  errors: VisitErrors
}

interface VisitsViewProps {
  page: VisitsPage
  sent: SentVisit | undefined
}

/** The visits that are set, each to be changed or called off, and room for another one. */
export function VisitsView({ page, sent }: VisitsViewProps) {
  const { facts, consent, now } = useMedication(page)
  const [wrong, setWrong] = useState(sent)
  const [done, setDone] = useState<string>()
  // A form is new after each deed, so that nothing typed stays in it.
  const [round, setRound] = useState(0)
  const busy = useRef(false)
  const visits = comingVisits(facts, now)
  const supplies = suppliesOf(facts, now)
  const next = nextVisit(supplies, facts, now)

  const write = (made: NewFacts, words: string) => {
    if (busy.current) return
    busy.current = true
    void addCommand('record_facts', made, () => {
      busy.current = false
      setDone(words)
      setRound((before) => before + 1)
    })
  }
  const plan = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const values = visitValues(new FormData(event.currentTarget))
    const planned = planVisit(values, facts, now, uuidv7)
    setWrong('errors' in planned ? { values, errors: planned.errors } : undefined)
    if ('facts' in planned) write(planned.facts, '적어 두었어요.')
  }
  const callOff = (event: FormEvent<HTMLFormElement>, { id }: ClinicVisit) => {
    event.preventDefault()
    const made = callOffVisit(id, facts, now, uuidv7)
    if (made) write(made, '없던 일로 했어요.')
  }
  const formOf = (visit: ClinicVisit | undefined) => {
    const isWrong = wrong?.values.replaces === (visit?.id ?? '')
    return (
      <VisitForm
        key={`${visit?.id ?? 'new'} ${round}`}
        commandId={commandIdFor(page, `plan ${visit?.id ?? 'new'}`)}
        visit={visit}
        typed={isWrong ? wrong.values : undefined}
        errors={isWrong ? wrong.errors : {}}
        primary={visit === undefined}
        onSubmit={plan}
      />
    )
  }

  return (
    <div className="grid gap-6">
      <div>
        <PageHead title="다음 병원" />
        <StatusLine text={done} holdsRoom={false} />
      </div>
      <ErrorSummary title="한 번 더 봐 주세요" errors={wrong ? listed(wrong) : []} />
      {next?.kind === 'run_out' ? (
        <Notice kind="info" word="약이 끝나는 날" title={dateInWords(next.on)}>
          그전에 병원에 가시면 좋아요. 정한 날이 있으면 아래에 적어 주세요.
        </Notice>
      ) : null}
      {next?.kind === 'set' ? <RunOutNotice {...{ supplies, facts, now }} /> : null}
      {visits.map((visit) => (
        <Card key={visit.id} labelledBy={`visit-${visit.id}`}>
          <h2 id={`visit-${visit.id}`} className="text-h2 font-bold">
            {visitInWords(visit)}
          </h2>
          {visit.place ? (
            <p className="text-body" data-name>
              {visit.place}
            </p>
          ) : null}
          <details className="fold mt-3" open={wrong?.values.replaces === visit.id}>
            <summary className="fold-button">바꾸기</summary>
            <div className="mt-4">{formOf(visit)}</div>
          </details>
          <Form method="post" onSubmit={(event) => callOff(event, visit)} className="mt-3">
            <input type="hidden" name="intent" value="call-off" />
            <input type="hidden" name="visitId" value={visit.id} />
            <input
              type="hidden"
              name="commandId"
              value={commandIdFor(page, `call off ${visit.id}`)}
            />
            <Button variant="quiet">없던 일로</Button>
          </Form>
        </Card>
      ))}
      {consent?.given ? (
        <section aria-labelledby="new-visit" className="grid gap-3">
          <h2 id="new-visit" className="text-h2 font-bold">
            {visits.length > 0 ? '다른 날 더하기' : '가실 날 적기'}
          </h2>
          {formOf(undefined)}
        </section>
      ) : (
        <AskFirst />
      )}
    </div>
  )
}

function AskFirst() {
  return (
    <EmptyState
      title="먼저 여쭤볼게요"
      action={
        <LinkButton to="/medication/consent?back=/medication/visits" variant="outlined" full>
          읽고 정하기
        </LinkButton>
      }
    >
      병원에 가시는 날은 건강 정보라 따로 여쭤요.
    </EmptyState>
  )
}

/** A form that is sent twice counts once; each form of the page has an id of its own. */
const commandIdFor = ({ commandId }: VisitsPage, form: string) => uuidv5(form, commandId)

const listed = ({ values, errors }: SentVisit) =>
  (['on', 'time', 'place'] as const).flatMap((field) => {
    const message = errors[field]
    const fieldId = values.replaces ? `${field}-${values.replaces}` : field
    return message ? [{ fieldId, message }] : []
  })
