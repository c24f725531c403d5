import { beginsInWords, roleLabels } from './help-words'

/** Whether a relative may change medicines, and from when. @param from ms since 1970; null for who only looks */
export function RoleLine({ from }: { from: number | null }) {
  return (
    <p className="text-body">
      약:{' '}
      <span className="font-bold">
        {from === null ? roleLabels.view : `${roleLabels.help} · ${beginsInWords(from)}`}
      </span>
    </p>
  )
}
