import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { PageHead } from '~/ui/page-head'
import type { PageHandle } from '~/ui/page-handle'
import { MedicineSamples } from '../medicine-samples'

export const meta: MetaFunction = () => [{ title: '약의 부품 · 곁에' }]

export const handle: PageHandle = { back: { to: '/dev/ui', label: '부품' } }

/** Trial only: a live installation knows no such page. */
export function loader({ context }: LoaderFunctionArgs) {
  if (context.env.GYEOTE_MODE !== 'trial') throw new Response(null, { status: 404 })
  return null
}

/** Without JavaScript a tap leads back here, and nothing was written. */
export const action = loader

export default function UiMedicines() {
  return (
    <>
      <PageHead title="약의 부품" lead="꾸며 낸 약이에요. 눌러도 아무것도 적지 않아요." />
      <MedicineSamples />
    </>
  )
}
