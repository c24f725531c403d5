interface ProgressPathProps {
  /** The same in words, e.g. "열두 장 중 세 장을 배웠어요". */
  label: string
  done: number
  total: number
}

/** Up to here the arches grow narrower rather than leave one alone on a second line. */
const shortPath = 12

/**
 * A row of arches, each leaning on the last: filled is done, outlined in pine comes next, dotted is still to come.
 * The words say it all; the row is for the eye.
 */
export function ProgressPath({ label, done, total }: ProgressPathProps) {
  const stateOf = (index: number) => (index < done ? 'done' : index === done ? 'next' : 'later')
  return (
    <div>
      <p className="text-body font-bold">{label}</p>
      <div
        className={`path-row mt-2 ${total <= shortPath ? 'path-row-short' : ''}`}
        aria-hidden="true"
      >
        {Array.from({ length: total }, (_, index) => (
          <svg
            key={index}
            viewBox="0 0 24 28"
            width="24"
            height="28"
            className={`arch arch-${stateOf(index)}`}
          >
            <path d="M3 26V12a9 9 0 0 1 18 0v14z" />
          </svg>
        ))}
      </div>
    </div>
  )
}
