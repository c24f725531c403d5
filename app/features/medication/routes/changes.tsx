import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData, type ClientLoaderFunctionArgs } from '@remix-run/react'
import { isShellRequest } from '~/platform/http/shell.server'
import { EmptyState } from '~/ui/empty-state'
import { ErrorSummary } from '~/ui/error-summary'
import { LinkButton } from '~/ui/link-button'
import { PageHead } from '~/ui/page-head'
import type { PageHandle } from '~/ui/page-handle'
import { answerChange } from '../changes/answer-change'
import { ChangeCard } from '../changes/change-card'
import { listChanges } from '../changes/list-changes'
import { useAnswer } from '../changes/use-answer'
import { DoneLine } from '../forms/done-line'
import type { EntryPage } from '../forms/entry-page'
import { loadEntryPage } from '../forms/entry-page.server'
import { loadKeptEntry } from '../forms/load-kept-entry'
import { recordForm } from '../forms/record-form.server'
import { useMedication } from '../facts/use-medication'

export const meta: MetaFunction = () => [{ title: '가족이 바꾼 것 · 곁에' }]
export const handle: PageHandle = { back: { to: '/medication', label: '약' } }

export function loader({ context, request }: LoaderFunctionArgs) {
  return isShellRequest(request) ? { shell: true as const } : loadEntryPage(context)
}

export function clientLoader({ serverLoader }: ClientLoaderFunctionArgs) {
  return loadKeptEntry(() => serverLoader<typeof loader>())
}
clientLoader.hydrate = true as const

/** Without JavaScript, from here and from the first page. */
export const action = ({ context, request }: ActionFunctionArgs) =>
  recordForm(context, request, answerChange)

const noErrors: never[] = []

export default function ChangesRoute() {
  const page = useLoaderData<typeof loader>()
  return page.shell ? <PageHead title="가족이 바꾼 것" /> : <Changes page={page} />
}

function Changes({ page }: { page: EntryPage }) {
  const { writers, commandId } = page
  const { facts, consent, now } = useMedication(page)
  const errors = useActionData<typeof action>()?.errors ?? noErrors
  const answer = useAnswer(facts, now, () => undefined)
  const changes = listChanges(facts, now)
  return (
    <div className="grid gap-6">
      <div>
        <PageHead title="가족이 바꾼 것" lead="지난 30일 동안 가족이 바꾼 약이에요." />
        <DoneLine />
      </div>
      <ErrorSummary title="한 번 더 봐 주세요" errors={errors} />
      {changes.length === 0 ? (
        <EmptyState
          title="바뀐 것이 없어요"
          action={
            <LinkButton to="/medication" variant="outlined" full>
              약 보기
            </LinkButton>
          }
        >
          가족이 약을 바꾸면 여기에 보여요.
        </EmptyState>
      ) : (
        <section aria-labelledby="list" className="grid gap-3">
          <h2 id="list" className="sr-only">
            바뀐 약
          </h2>
          {changes.map((change) => (
            <ChangeCard
              key={change.id}
              {...{ change, facts, now, writers, commandId }}
              asks={consent?.given === true}
              onAnswer={answer(change.id)}
            />
          ))}
        </section>
      )}
    </div>
  )
}
