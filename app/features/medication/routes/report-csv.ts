import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireViewer } from '~/platform/session/require-viewer.server'
import { loadReport } from '../report/load-report.server'
import { reportLength } from '../report/report'
import { csvName, reportCsv } from '../report/report-csv'
import { momentOf } from '../schedule/moment'

/** The report as a file, for whoever has no JavaScript; the page makes the same one itself. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  requireViewer(context)
  const { facts, now } = await loadReport(context)
  const moment = momentOf(facts, now)
  const length = reportLength(new URL(request.url).searchParams.get('days'))
  return new Response(reportCsv(facts, moment, length), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${csvName(moment)}"`,
      'Cache-Control': 'private, no-store',
    },
  })
}
