import { json, redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { loadHelped, type HelpedPage } from './load-helped.server'

/** `loader` of every page on which a relative changes a senior's medicines. @throws {Response} to sign in */
export async function loadHelpedPage({ context, params }: LoaderFunctionArgs) {
  if (!context.session.viewer) throw redirect('/sign-in?to=family')
  const page: HelpedPage | null = await loadHelped(context, params.linkId ?? '')
  return json(page, { status: page ? 200 : 404 })
}
