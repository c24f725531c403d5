import {
  json,
  redirect,
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
} from '@remix-run/node'
import type { Act } from '~/features/medication/forms/form-values'
import { recordFormIn } from '~/features/medication/forms/record-form.server'
import { helpedBook } from './helped-book.server'
import { loadHelped, type HelpedPage } from './load-helped.server'

/** The server's part of every page on which a relative changes a senior's medicines. @throws {Response} to sign in */
export async function loader({ context, params }: LoaderFunctionArgs) {
  if (!context.session.viewer) throw redirect('/sign-in?to=family')
  const page: HelpedPage | null = await loadHelped(context, params.linkId ?? '')
  return json(page, { status: page ? 200 : 404 })
}

/** What others let one see is kept nowhere, the browser's own cache included. */
export const headers: HeadersFunction = () => ({ 'Cache-Control': 'no-store' })

/** `action` of such a page: what its form does, in the senior's book. */
export const helpedAction =
  (actOf: (params: ActionFunctionArgs['params']) => Act) =>
  ({ context, params, request }: ActionFunctionArgs) =>
    recordFormIn(helpedBook(context, params.linkId ?? ''), request, actOf(params))
