import { careDateOf, type Instant } from '~/features/medication/schedule/care-date'
import { wallIn } from '~/features/medication/schedule/wall-time'
import { dayInWords, timeInWords } from '~/features/medication/wording'

/** When a push came, by the clock that the person sees on this phone: it is the phone's own, wherever it is. */
export function arrivalWords(at: Instant, now: Instant, zone: string): string {
  const [wall, wallNow] = [wallIn(zone, at), wallIn(zone, now)]
  return `${dayInWords(careDateOf(wall), careDateOf(wallNow))} ${timeInWords(wall)}에 왔어요.`
}
