import { Link } from '@remix-run/react'
import { Icon } from '~/ui/icon'
import { photoAlt } from './photo-picture'
import type { PhotoView } from './use-photo'

interface PhotoLinkProps {
  view: PhotoView
  to: string
  /** Where it comes from without JavaScript. */
  address?: string
}

/** A small picture that leads to the large one; in its place, and in words, why there is none. */
export function PhotoLink({ view, to, address }: PhotoLinkProps) {
  return (
    <Link
      to={to}
      className="marked items-center rounded-card border-edge border-line bg-card p-gutter"
    >
      <span className="photo-pane">
        {'source' in view ? <img src={view.source} alt={photoAlt} /> : null}
        {view.state === 'looking' ? (
          <noscript>
            <img src={address} alt={photoAlt} />
          </noscript>
        ) : null}
        {view.state === 'no_network' || view.state === 'not_sent' ? (
          <Icon name="picture" large />
        ) : null}
      </span>
      <span>
        <span className="block text-body font-bold">{titles[view.state]}</span>
        <span className="block text-caption text-soft">{words[view.state]}</span>
      </span>
    </Link>
  )
}

const elsewhere = '다른 휴대폰 사진'
const titles: Record<PhotoView['state'], string> = {
  looking: '크게 보기',
  sent: '크게 보기',
  waiting: '크게 보기',
  refused: '크게 보기',
  no_room: '크게 보기',
  no_network: elsewhere,
  not_sent: elsewhere,
}
const words: Record<PhotoView['state'], string> = {
  looking: '바꾸거나 뺄 수 있어요',
  sent: '바꾸거나 뺄 수 있어요',
  waiting: '인터넷이 되면 보낼게요',
  refused: '새로 찍어 주세요',
  no_room: '사진이 너무 많아요',
  no_network: '인터넷이 되면 보여 드려요',
  not_sent: '아직 오지 않았어요',
}
