import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import type { RequestContext } from '~/platform/context.server'
import { appError } from '~/platform/http/app-errors'
import { requireViewer } from '~/platform/session/require-viewer.server'
import { Button } from '~/ui/button'
import { PageHead } from '~/ui/page-head'
import type { PageHandle } from '~/ui/page-handle'
import { changeLink } from '../change-link.server'
import { ConsentWords } from '../consent-words'
import { chooseHelp } from '../helping/choose-help.server'
import { beginsInWords, needsToday, roleOf, wouldBegin, type Role } from '../helping/help-words'
import { RoleChange } from '../helping/role-change'
import { listRelatives } from '../list-relatives.server'
import { SharedFields } from '../shared-fields'
import { kindsOf } from '../shared-kinds'

export const meta: MetaFunction = () => [{ title: '보이는 것 바꾸기 · 곁에' }]
export const handle: PageHandle = { back: { to: '/me/family', label: '가족' } }

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { personId } = requireViewer(context)
  if (context.session.heldUntil) throw redirect('/me/family')
  const relative = await findRelative(context, personId, params.linkId)
  if (!relative) throw appError('not_found')
  const now = context.clock.now().getTime()
  return { ...relative, couldHelpFrom: wouldBegin(relative.sideBySide, now) }
}

async function findRelative(context: RequestContext, personId: string, linkId?: string) {
  const relatives = await context.asViewer((tx) => listRelatives(tx, personId))
  return relatives.find((one) => one.linkId === linkId)
}

/** The link was ended while this page was open. */
const over = () => redirect('/me/family?not-done=no_link', 303)

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { personId } = requireViewer(context)
  const form = await request.formData()
  const role = roleOf(form)
  if (form.get('intent') === 'role' && role) {
    const relative = await findRelative(context, personId, params.linkId)
    if (!relative) return over()
    const outcome = await chooseHelp(context, relative.linkId, role, relative.kinds)
    if (outcome === 'no_link') return over()
    return outcome === 'needs_today' ? { roleError: needsToday } : { chosen: role }
  }
  const kinds = kindsOf(form)
  if (!kinds) return { error: '보여 줄 것을 안 고르셨어요. 하나를 골라 주세요.' }
  const done = await changeLink(context, params.linkId ?? '', kinds)
  return done ? redirect('/me/family', 303) : over()
}

interface Said {
  error?: string
  roleError?: string
  chosen?: Role
}

export default function ChangeLink() {
  const relative = useLoaderData<typeof loader>()
  const said: Said | undefined = useActionData<typeof action>()
  const { state, formData } = useNavigation()
  const saving = state === 'submitting' && formData?.get('intent') !== 'role'
  const { helpsFrom, couldHelpFrom } = relative
  return (
    <div className="grid gap-6">
      <PageHead title={`${relative.name} 님께 보이는 것`} lead="바꾸시면 바로 그렇게 돼요." />
      <ConsentWords name={relative.name} phone={relative.phone} />
      <Form method="post" className="grid gap-6" noValidate>
        <SharedFields now={relative.kinds} error={said?.error} />
        <Button variant="outlined" full busy={saving ? '바꾸는 중이에요' : undefined}>
          이대로 바꾸기
        </Button>
      </Form>
      <RoleChange
        now={helpsFrom === null ? 'view' : 'help'}
        from={helpsFrom === null ? couldHelpFrom : beginsInWords(helpsFrom)}
        done={said?.chosen}
        error={said?.roleError}
      />
    </div>
  )
}
