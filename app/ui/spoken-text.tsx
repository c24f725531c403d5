interface SpokenTextProps {
  sentences: readonly string[]
  /** Index in `sentences` of the one being read; -1 when none is. */
  current?: number
}

/** One paragraph, a span a sentence. The one being read is marked by colour and by a line under it. */
export function SpokenText({ sentences, current = -1 }: SpokenTextProps) {
  return (
    <p>
      {sentences.map((sentence, index) => (
        <span key={index}>
          <span
            className={index === current ? 'mark-reading' : undefined}
            data-reading={index === current || undefined}
          >
            {sentence}
          </span>{' '}
        </span>
      ))}
    </p>
  )
}
