import { useSyncExternalStore } from 'react'
import { Button } from '~/ui/button'
import { buttonClasses } from '~/ui/button-look'
import { calendarPath } from './calendar-response'
import { maySharePhonesCalendar, shareCalendar } from './share-calendar'

interface CalendarButtonsProps {
  label: string
  /** What is put in already is not asked for with the filled button again. */
  again: boolean
  writeFile(): string | null
  onPut(): void
  onRefused(): void
}

const never = () => () => undefined

/** The file at its own address, which the phone hands to its calendar; or through the share sheet. */
export function CalendarButtons(props: CalendarButtonsProps) {
  const { label, again, writeFile, onPut, onRefused } = props
  const mayShare = useSyncExternalStore(never, maySharePhonesCalendar, () => false)
  const share = async () => {
    const text = writeFile()
    if (text === null) return
    const outcome = await shareCalendar(text)
    if (outcome === 'shared') onPut()
    if (outcome === 'refused') onRefused()
  }
  return (
    <div className="grid gap-3">
      {/* Without `download`: such links pass the worker by, and an iPhone would only store the file. */}
      <a
        href={calendarPath}
        onClick={onPut}
        className={buttonClasses({
          variant: again ? 'outlined' : 'primary',
          full: true,
          big: true,
        })}
      >
        {label}
      </a>
      {mayShare ? (
        <Button type="button" variant="quiet" full onClick={() => void share()}>
          다른 앱으로 보내기
        </Button>
      ) : null}
    </div>
  )
}
