import type { ClientActionFunctionArgs, ClientLoaderFunctionArgs } from '@remix-run/react'
import { orAsShown } from '~/offline/or-as-shown'
import type { PageHandle } from '~/ui/page-handle'
import type { loader } from './helped-page.server'
import { sendOrStay, unlessNotSent } from './send-or-stay'

/** The browser's part of every page on which a relative changes a senior's medicines. */
export const handle: PageHandle = { back: { to: '/family', label: '가족' } }

export function clientLoader({ request, serverLoader }: ClientLoaderFunctionArgs) {
  return orAsShown(request, serverLoader<typeof loader>)
}
clientLoader.hydrate = true as const

export const clientAction = (args: ClientActionFunctionArgs) => sendOrStay(args)
export const shouldRevalidate = unlessNotSent
