import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireViewer } from '~/platform/session/require-viewer.server'
import { calendarResponse, calendarWants } from '../calendar/calendar-response'
import { loadMedication } from '../facts/load-medication.server'

/** `GET /medication/calendar.ics`, where no worker answers it from the phone. */
export async function loader({ context }: LoaderFunctionArgs) {
  requireViewer(context)
  return calendarResponse(await loadMedication(context, calendarWants), null)
}
