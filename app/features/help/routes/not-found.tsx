import { appError } from '~/platform/http/app-errors'

export function loader() {
  throw appError('not_found')
}

export function action() {
  throw appError('not_found')
}

export default function NotFound() {
  return null
}
