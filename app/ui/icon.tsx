import type { ReactNode } from 'react'

/** Drawn for this app on a field of 28, stroke 2.5: real things, as few lines as still name them. */
const drawings = {
  /** Two arches, one leaning its height on the other's side: 곁에. */
  sign: (
    <path d="M3 23.5V13a6.5 6.5 0 0 1 13 0v10.5M16 23.5v-6a4.75 4.75 0 0 1 9.5 0v6M2 23.5h24.5" />
  ),
  /** The sun over the edge of the table. */
  today: <path d="M3 22.5h22M7.5 22.5a6.5 6.5 0 0 1 13 0M14 5v4.5M5 9.5l3 3M23 9.5l-3 3" />,
  learn: (
    <path d="M14 8.5c-2.5-2-5.5-2.8-10.5-2.8v15.6c5 0 8 .8 10.5 2.8 2.5-2 5.5-2.8 10.5-2.8V5.7c-5 0-8 .8-10.5 2.8zM14 8.5v15.6" />
  ),
  pill: <path d="M6 8.5h16v14a2 2 0 0 1-2 2H8a2 2 0 0 1-2-2zM8 3.5h12v5H8zM14 13v7M10.5 16.5h7" />,
  family: (
    <path d="M10.5 13.5a4.25 4.25 0 1 0 0-8.5 4.25 4.25 0 0 0 0 8.5zM3 23.5c0-4 3-6.5 7.5-6.5s7.5 2.5 7.5 6.5M18.5 5.3a4.25 4.25 0 0 1 0 7.9M21.5 17.5c2.3 1 3.5 3 3.5 6" />
  ),
  person: (
    <path d="M14 13.5a4.75 4.75 0 1 0 0-9.5 4.75 4.75 0 0 0 0 9.5zM5 24c0-4.5 3.5-7 9-7s9 2.5 9 7" />
  ),
  help: (
    <>
      <circle cx="14" cy="14" r="11" />
      <path d="M10.5 11a3.5 3.5 0 1 1 5.3 3c-1.2.75-1.8 1.3-1.8 2.5" />
      <circle className="icon-dot" cx="14" cy="20.3" r="1.7" />
    </>
  ),
  speaker: (
    <path d="M4 10.5v7h4.5l6 5v-17l-6 5zM18.5 10.5a5 5 0 0 1 0 7M21.5 6.5a10.5 10.5 0 0 1 0 15" />
  ),
  stop: <rect x="6.5" y="6.5" width="15" height="15" rx="2.5" />,
  check: <path d="M4.5 15l6.5 6.5L23.5 8" />,
  cross: <path d="M7 7l14 14M21 7L7 21" />,
  clock: (
    <>
      <circle cx="14" cy="14" r="11" />
      <path d="M14 7.5V14l4.5 3" />
    </>
  ),
  hourglass: (
    <path d="M7 3.5h14M7 24.5h14M8.5 3.5c0 6 4 7.5 5.5 10.5 1.5-3 5.5-4.5 5.5-10.5M8.5 24.5c0-6 4-7.5 5.5-10.5 1.5 3 5.5 4.5 5.5 10.5" />
  ),
  offline: (
    <path d="M4 4l20 20M3 11.5c1.8-1.7 3.8-2.9 6-3.6M25 11.5C22 8.7 18.2 7.2 14.5 7M7.5 16.5c1.2-1.1 2.5-1.9 4-2.3M20.5 16.5c-.9-.9-2-1.5-3-2M14 22.5h.01" />
  ),
  phone: (
    <path d="M6 4h4.5l2 5.5-3 2c1.3 3 3 4.7 6 6l2-3 5.5 2V21c0 1.9-1.4 3-3 3C12 23.5 4.5 16 4 7c0-1.6.9-3 2-3z" />
  ),
  back: <path d="M17.5 5l-9 9 9 9" />,
  forward: <path d="M10.5 5l9 9-9 9" />,
  star: <path d="M14 3.5l3.2 6.7 7.3 1-5.3 5.1 1.3 7.3-6.5-3.5-6.5 3.5 1.3-7.3-5.3-5.1 7.3-1z" />,
  book: <path d="M6 21.5V6.5a3 3 0 0 1 3-3h13v15.5H8.5a2.5 2.5 0 0 0 0 5.5H22V19M11.5 9h6" />,
  'text-size': <path d="M2.5 23l7-18 7 18M5 17h9M17 23l4-10.5L25 23M18.5 19.5h5" />,
  info: (
    <>
      <circle cx="14" cy="14" r="11" />
      <path d="M14 13v7" />
      <circle className="icon-dot" cx="14" cy="8.5" r="1.7" />
    </>
  ),
  /** 위험: eight sides, as a stop sign. */
  danger: (
    <>
      <path d="M9.5 3h9L25 9.5v9L18.5 25h-9L3 18.5v-9z" />
      <path d="M14 8.5v6.5" />
      <circle className="icon-dot" cx="14" cy="19.3" r="1.7" />
    </>
  ),
  /** 주의: three sides. */
  caution: (
    <>
      <path d="M14 3.5L26 24H2z" />
      <path d="M14 11v5.5" />
      <circle className="icon-dot" cx="14" cy="20.3" r="1.6" />
    </>
  ),
  nothing: (
    <>
      <circle cx="14" cy="14" r="11" />
      <path d="M9 14h10" />
    </>
  ),
  /** Resting: two bars. */
  pause: <path d="M10 7v14M18 7v14" />,
  /** Nothing is known: a ring of dots. */
  blank: <circle cx="14" cy="14" r="10.5" strokeDasharray="0.1 5.4" />,
  suitcase: <path d="M4 10h20v13.5H4zM10 10V5.5h8V10M4 16h20" />,
  /** A card with a cross on it, as on a first-aid box. */
  emergency: <path d="M3.5 6.5h21v15h-21zM14 10v8M10 14h8" />,
  sun: (
    <>
      <circle cx="14" cy="14" r="5" />
      <path d="M14 2.5v3M14 22.5v3M2.5 14h3M22.5 14h3M6 6l2 2M20 20l2 2M22 6l-2 2M8 20l-2 2" />
    </>
  ),
  sunrise: (
    <path d="M3 22.5h22M7.5 22.5a6.5 6.5 0 0 1 13 0M14 12V4.5M10.5 8L14 4.5 17.5 8M5 14.5l1.5 1.2M23 14.5l-1.5 1.2" />
  ),
  sunset: (
    <path d="M3 22.5h22M7.5 22.5a6.5 6.5 0 0 1 13 0M14 4.5V12M10.5 8.5L14 12l3.5-3.5M5 14.5l1.5 1.2M23 14.5l-1.5 1.2" />
  ),
  moon: <path d="M22.5 17.5A10 10 0 0 1 10.5 5.5a10 10 0 1 0 12 12z" />,
  contrast: (
    <>
      <circle cx="14" cy="14" r="10.5" />
      <path className="icon-fill" d="M14 3.5a10.5 10.5 0 0 1 0 21z" />
    </>
  ),
  camera: (
    <>
      <path d="M4.5 9h4.7l1.8-3.2h6L18.8 9h4.7a1.5 1.5 0 0 1 1.5 1.5v11a1.5 1.5 0 0 1-1.5 1.5h-19A1.5 1.5 0 0 1 3 21.5v-11A1.5 1.5 0 0 1 4.5 9z" />
      <circle cx="14" cy="15.7" r="4.2" />
    </>
  ),
  picture: (
    <path d="M5 4.5h18a1.5 1.5 0 0 1 1.5 1.5v16a1.5 1.5 0 0 1-1.5 1.5H5A1.5 1.5 0 0 1 3.5 22V6A1.5 1.5 0 0 1 5 4.5zM4 20.5l6.5-7 5 5.5 3-3 5.5 4.5M18.8 10h.01" />
  ),
  /** A glass held over a message. */
  look: (
    <>
      <circle cx="12" cy="12" r="8" />
      <path d="M18 18l7 7M9 10.5h6M9 14h3.5" />
    </>
  ),
  paste: <path d="M8 6H5.5v18.5h17V6H20M10 3.5h8v5h-8zM10 14h8M10 19h8" />,
  device: (
    <path d="M8.5 3h11a2 2 0 0 1 2 2v18a2 2 0 0 1-2 2h-11a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2zM12 21h4" />
  ),
} satisfies Record<string, ReactNode>

export type IconName = keyof typeof drawings

export const iconNames = Object.keys(drawings) as IconName[]

/** Never without a word beside it, so never announced itself. `large` is 40 px, else 28. */
export function Icon({ name, large = false }: { name: IconName; large?: boolean }) {
  return (
    <svg
      viewBox="0 0 28 28"
      width={large ? 40 : 28}
      height={large ? 40 : 28}
      className={large ? 'icon icon-large shrink-0' : 'icon shrink-0'}
      aria-hidden="true"
      focusable="false"
    >
      {drawings[name]}
    </svg>
  )
}
