import { Icon } from '~/ui/icon'
import { Notice } from '~/ui/notice'
import { photoLimits } from './photo-limits'
import type { PhotoView } from './use-photo'

export const photoAlt = '약봉지 사진'

interface PhotoPictureProps {
  view: PhotoView
  /** Where it comes from without JavaScript. */
  address?: string
}

/** A picture in full, or in words why it is not there. */
export function PhotoPicture({ view, address }: PhotoPictureProps) {
  switch (view.state) {
    case 'looking':
      return (
        <div className="photo-space">
          <noscript>
            <img src={address} alt={photoAlt} className="photo" />
          </noscript>
        </div>
      )
    case 'no_network':
      return (
        <Notice kind="offline">
          <p>다른 휴대폰에서 찍은 사진이에요.</p>
          <p>인터넷이 되면 보여 드려요.</p>
        </Notice>
      )
    case 'not_sent':
      return (
        <Notice kind="waiting">
          <p>다른 휴대폰에서 찍은 사진이에요.</p>
          <p>그 휴대폰에서 아직 오지 않았어요.</p>
        </Notice>
      )
    case 'sent':
    case 'waiting':
    case 'refused':
    case 'no_room':
      return (
        <div className="grid gap-4">
          <img src={view.source} alt={photoAlt} className="photo" />
          {view.state === 'waiting' ? (
            <p role="status" className="flex items-start gap-2 text-body">
              <Icon name="hourglass" />
              <span>인터넷이 되면 사진을 보낼게요.</span>
            </p>
          ) : null}
          {view.state === 'refused' ? (
            <Notice kind="info" word="보내지 못했어요" live="polite">
              <p>서버가 이 사진을 읽지 못했어요.</p>
              <p>새로 찍어 주세요.</p>
            </Notice>
          ) : null}
          {view.state === 'no_room' ? (
            <Notice kind="info" word="보내지 못했어요" live="polite">
              <p>사진은 {photoLimits.mostPhotos}장까지 둘 수 있어요.</p>
              <p>안 쓰는 사진을 빼고 새로 찍어 주세요.</p>
            </Notice>
          ) : null}
        </div>
      )
  }
}
