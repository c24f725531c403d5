/** How much of something is done, in a bar and in a number. */
export function ShareBar({ label, share }: { label: string; share: number }) {
  const percent = Math.floor(share * 100)
  return (
    <div>
      <p className="text-body font-bold" aria-hidden>
        {label} · {percent}%
      </p>
      <progress aria-label={label} max={100} value={percent} className="share-bar mt-1" />
    </div>
  )
}
