import { listDeedsIn } from '~/commands/list-deeds'
import { calendarResponse, calendarWants } from '~/features/medication/calendar/calendar-response'
import { keptExport } from '~/features/medication/calendar/kept-export'
import { readKeptMedication } from '~/features/medication/facts/read-kept-medication'
import type { Phone } from '~/offline/phone'
import { within } from './within'

/** As the notification, a tap must not wait for a store that does not open. */
const storeLimitMs = 3_000

/**
 * The calendar file from what the phone keeps and what waits on it, with or without a network; a phone that
 * keeps no medicines, or does not answer, asks the server.
 */
export async function answerCalendar(
  request: Request,
  phone: Pick<Phone, 'withStore' | 'now'>,
  ask: (request: Request) => Promise<Response>,
): Promise<Response> {
  const reading = phone.withStore(async (store) => {
    const exporting = store.read(keptExport)
    const page = await readKeptMedication(store, calendarWants, phone.now().getTime(), () =>
      listDeedsIn(store),
    )
    return page && calendarResponse(page, await exporting)
  })
  return (await within(null, reading, storeLimitMs)) ?? ask(request)
}
