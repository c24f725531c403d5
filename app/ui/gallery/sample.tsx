import type { ReactNode } from 'react'

/** One chapter of the gallery, with an anchor of its own. */
export function Chapter({
  id,
  title,
  children,
}: {
  id: string
  title: string
  children: ReactNode
}) {
  return (
    <section aria-labelledby={id} className="mt-12 border-t-edge border-hair pt-6">
      <h2 id={id} className="text-h1 font-bold">
        {title}
      </h2>
      <div className="mt-4 grid gap-8">{children}</div>
    </section>
  )
}

/** One state of one part, named in words. */
export function Sample({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <p className="mb-2 text-caption text-soft">{name}</p>
      {children}
    </div>
  )
}
