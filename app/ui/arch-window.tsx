import type { ReactNode } from 'react'

export type PartOfDay = 'morning' | 'noon' | 'evening' | 'night'

const skies: Record<PartOfDay, ReactNode> = {
  morning: (
    <>
      <path className="light" d="M26 66a16 16 0 0 1 32 0z" />
      <path d="M42 38v-8M24 46l-6-6M60 46l6-6" />
    </>
  ),
  noon: (
    <>
      <circle className="light" cx="42" cy="40" r="13" />
      <path d="M42 19v-3M42 64v-3M21 40h-3M66 40h-3" />
    </>
  ),
  evening: (
    <>
      <path className="light" d="M26 66a16 16 0 0 1 32 0z" />
      <path d="M20 76h44" />
    </>
  ),
  night: (
    <>
      <path className="light" d="M55 48a17 17 0 1 1-18-22 14 14 0 0 0 18 22z" />
      <path d="M58 28h.01M24 58h.01" />
    </>
  ),
}

/** A window in the shape of the sign, showing where the sun stands. The greeting beside it says the same. */
export function ArchWindow({ part }: { part: PartOfDay }) {
  return (
    <svg
      viewBox="0 0 84 96"
      width="84"
      height="96"
      className="arch-window"
      aria-hidden="true"
      focusable="false"
    >
      <path className="pane" d="M8 90V38a34 34 0 0 1 68 0v52z" />
      {skies[part]}
      <path d="M8 66h68M2 90h80" />
    </svg>
  )
}
