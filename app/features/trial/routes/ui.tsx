import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { ActionSamples } from '~/ui/gallery/action-samples'
import { FormSamples } from '~/ui/gallery/form-samples'
import { FoundationSamples } from '~/ui/gallery/foundation-samples'
import { LearningSamples } from '~/ui/gallery/learning-samples'
import { MessageSamples } from '~/ui/gallery/message-samples'
import { PageHead } from '~/ui/page-head'
import type { PageHandle } from '~/ui/page-handle'
import { PhotoSamples } from '../photo-samples'
import { PictureSamples } from '../picture-samples'
import { ShellSamples } from '~/ui/gallery/shell-samples'

export const meta: MetaFunction = () => [{ title: '곁에의 부품 · 곁에' }]

export const handle: PageHandle = { back: { to: '/', label: '오늘' } }

/** Trial only: a live installation knows no such page. */
export function loader({ context }: LoaderFunctionArgs) {
  if (context.env.GYEOTE_MODE !== 'trial') throw new Response(null, { status: 404 })
  return null
}

const chapters = [
  { to: '#words', label: '글자' },
  { to: '#colours', label: '빛깔' },
  { to: '#icons', label: '그림 글자' },
  { to: '#buttons', label: '단추' },
  { to: '#cards', label: '카드' },
  { to: '#forms', label: '묻고 적기' },
  { to: '#messages', label: '알리는 말' },
  { to: '#learning', label: '배우는 자리' },
  { to: '#photos', label: '약 사진' },
  { to: '#pictures', label: '사진과 링크' },
  { to: '#frame', label: '틀' },
  { to: '/dev/ui/medicines', label: '약 카드' },
]

export default function Ui() {
  return (
    <>
      <PageHead
        eyebrow="종이와 소나무"
        title="곁에의 부품"
        lead="화면을 이루는 조각을 한곳에 모았어요. 모든 화면은 이 조각으로 지어요."
      />
      <nav aria-label="부품 목록" className="mt-4">
        <ul className="two-columns gap-x-4 gap-y-2">
          {chapters.map(({ to, label }) => (
            <li key={to}>
              <a
                href={to}
                className="flex min-h-button items-center text-body font-bold text-pine underline decoration-2 underline-offset-6"
              >
                {label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <FoundationSamples />
      <ActionSamples />
      <FormSamples />
      <MessageSamples />
      <LearningSamples />
      <PhotoSamples />
      <PictureSamples />
      <ShellSamples />
    </>
  )
}
