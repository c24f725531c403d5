import { useWaiting } from '~/commands/use-waiting'
import { changedSheet, type Sheet } from './sheet'

/** The sheet as the person sees it: what the server knows, and what they changed that it does not know yet. */
export function useSheet(known: Sheet): Sheet {
  const { sent, waiting } = useWaiting()
  return [...sent, ...waiting].reduce(
    (sheet, deed) =>
      deed.type === 'save_emergency_sheet' ? changedSheet(sheet, deed.payload) : sheet,
    known,
  )
}
