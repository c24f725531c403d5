import { PhotoField } from '~/features/medication/photos/photo-field'
import { PhotoLink } from '~/features/medication/photos/photo-link'
import { PhotoPicture } from '~/features/medication/photos/photo-picture'
import { Chapter, Sample } from '~/ui/gallery/sample'

/** A pouch, drawn: nobody's medicine. */
const drawn = `<svg xmlns="http://www.w3.org/2000/svg" width="480" height="360" viewBox="0 0 480 360">
<rect width="480" height="360" fill="#d8cdb8"/>
<rect x="110" y="40" width="260" height="280" rx="10" fill="#fffefb" stroke="#857a6e" stroke-width="4"/>
<path d="M110 96h260" stroke="#857a6e" stroke-width="4" stroke-dasharray="10 8"/>
<circle cx="190" cy="210" r="34" fill="#fff" stroke="#4a423b" stroke-width="4"/>
<rect x="244" y="180" width="92" height="40" rx="20" fill="#8e1414"/>
<ellipse cx="270" cy="264" rx="30" ry="18" fill="#ffe49b" stroke="#4a423b" stroke-width="4"/>
</svg>`
const source = `data:image/svg+xml,${encodeURIComponent(drawn)}`
const to = '#photos'

export function PhotoSamples() {
  return (
    <Chapter id="photos" title="약 사진">
      <Sample name="찍거나 고르기">
        <PhotoField name="photoId" hint="넣지 않아도 돼요." />
      </Sample>
      <Sample name="작게, 누르면 크게">
        <PhotoLink view={{ state: 'sent', source }} to={to} />
      </Sample>
      <Sample name="작게, 아직 보내지 않은 사진">
        <PhotoLink view={{ state: 'waiting', source }} to={to} />
      </Sample>
      <Sample name="작게, 인터넷이 없을 때 다른 휴대폰의 사진">
        <PhotoLink view={{ state: 'no_network' }} to={to} />
      </Sample>
      <Sample name="크게">
        <PhotoPicture view={{ state: 'waiting', source }} />
      </Sample>
      <Sample name="서버가 읽지 못한 사진">
        <PhotoPicture view={{ state: 'refused', source }} />
      </Sample>
      <Sample name="인터넷이 없을 때 다른 휴대폰의 사진">
        <PhotoPicture view={{ state: 'no_network' }} />
      </Sample>
      <Sample name="다른 휴대폰에서 아직 오지 않은 사진">
        <PhotoPicture view={{ state: 'not_sent' }} />
      </Sample>
    </Chapter>
  )
}
