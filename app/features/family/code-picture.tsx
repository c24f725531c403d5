interface CodePictureProps {
  /** `d` of one path, a unit each module. */
  path: string
  /** Modules a side, with the light ones around. */
  size: number
  label: string
}

/** Black on white in every look, since cameras want that. */
export function CodePicture({ path, size, label }: CodePictureProps) {
  return (
    <svg
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
      className="code-picture"
    >
      <rect width={size} height={size} fill="#ffffff" />
      <path d={path} fill="#000000" />
    </svg>
  )
}
