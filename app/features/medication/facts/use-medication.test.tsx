// @vitest-environment jsdom
import { IDBFactory } from 'fake-indexeddb'
import { lazy, Suspense, useDeferredValue, type ComponentType } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { expect, test, vi } from 'vitest'
import { instant, senior } from '../schedule/test-facts'
import { noMedicines } from './medication-page'
import { useFacts } from './use-medication'

// Before anything asks for this phone, which is one for all tests.
vi.stubGlobal('indexedDB', new IDBFactory())

const asked = instant('2027-03-02 08:05')
const page = noMedicines(senior, asked)

type Late = ComponentType<{ at: number }>

function Day({ Late }: { Late: Late }) {
  const { now } = useFacts(page)
  const at = useDeferredValue(now.wall)
  return (
    <Suspense fallback={null}>
      <Late at={at} />
    </Suspense>
  )
}

const written = (Late: Late) => (
  <Suspense fallback={null}>
    <Day Late={Late} />
  </Suspense>
)

test('what the server wrote stands until its part has come, whatever time it is by then', async () => {
  const Written: Late = ({ at }) => <p>{at}</p>
  const place = document.createElement('div')
  place.innerHTML = renderToString(written(Written))
  const paragraph = place.querySelector('p')
  const textOfServer = paragraph?.textContent
  expect(textOfServer).toMatch(/^\d+$/)

  let arrive: (part: { default: Late }) => void = () => undefined
  const Coming = lazy(() => new Promise<{ default: Late }>((resolve) => (arrive = resolve)))
  const mended: unknown[] = []
  const root = hydrateRoot(place, written(Coming), { onRecoverableError: (e) => mended.push(e) })
  // Longer than React leaves a part that waits before it shows what stands in for it.
  await new Promise((resolve) => setTimeout(resolve, 1_500))
  expect(place.querySelector('p')).toBe(paragraph)
  arrive({ default: Written })
  await expect.poll(() => paragraph?.textContent).not.toBe(textOfServer)
  expect(place.querySelector('p')).toBe(paragraph)
  expect(mended).toEqual([])
  root.unmount()
})
