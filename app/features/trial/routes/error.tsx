import type { LoaderFunctionArgs } from '@remix-run/node'
import { appError, isAppErrorCode } from '~/platform/http/app-errors'

/** Every failure of the catalogue as people meet it, `/dev/errors/too_many` for one. Trial only. */
export function loader({ context, params }: LoaderFunctionArgs) {
  const { code = '' } = params
  throw appError(context.env.GYEOTE_MODE === 'trial' && isAppErrorCode(code) ? code : 'not_found')
}

export default function ErrorSample() {
  return null
}
