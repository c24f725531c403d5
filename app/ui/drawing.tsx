interface DrawingProps {
  /** What is to be seen, in Korean. */
  alt: string
  /** Markup that the card parser has checked (docs/writing-cards.md); colours come from its classes. */
  svg: string
}

export function Drawing({ alt, svg }: DrawingProps) {
  return (
    <div
      role="img"
      aria-label={alt}
      className="drawing mt-3"
      dangerouslySetInnerHTML={{ __html: svg }}
    />
  )
}
