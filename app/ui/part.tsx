import { Suspense, type ReactNode } from 'react'
import { OrNothing } from './or-nothing'

/** Around a part that is fetched after the page and that the page can do without. */
export const Part = ({ children }: { children: ReactNode }) => (
  <OrNothing>
    <Suspense fallback={null}>{children}</Suspense>
  </OrNothing>
)
