import { listDeedsIn } from '~/commands/list-deeds'
import { calendarResponse, calendarWants } from '~/features/medication/calendar/calendar-response'
import { readKeptMedication } from '~/features/medication/read-kept-medication'
import type { Phone } from '~/offline/phone'

/**
 * The calendar file from what the phone keeps and what waits on it, with or without a network; a phone that
 * keeps no medicines asks the server.
 */
export async function answerCalendar(
  request: Request,
  phone: Pick<Phone, 'withStore' | 'now'>,
  ask: (request: Request) => Promise<Response>,
): Promise<Response> {
  const kept = await phone
    .withStore((store) =>
      readKeptMedication(store, calendarWants, phone.now().getTime(), () => listDeedsIn(store)),
    )
    .catch(() => null)
  return kept ? calendarResponse(kept) : ask(request)
}
