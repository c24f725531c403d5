import { useEffect } from 'react'
import { warmShells } from '~/offline/warm-shells'
import { LinkButton } from '~/ui/link-button'
import type { Facts } from '../schedule/facts'
import { photoOf, photoPage } from './course-photos'
import { photoAddress } from './photo-limits'
import { PhotoLink } from './photo-link'
import { usePhoto } from './use-photo'

interface CoursePhotoProps {
  facts: Pick<Facts, 'photos' | 'retractions'>
  courseId: string
}

/** On the page of a medicine: its picture, small, or the way to take one. Both lead to the picture's own page. */
export function CoursePhoto({ facts, courseId }: CoursePhotoProps) {
  const photo = photoOf(facts, courseId)
  const to = photoPage(courseId)
  useEffect(() => {
    void warmShells([to])
  }, [to])
  return photo ? (
    <OfPhoto photoId={photo.id} to={to} />
  ) : (
    <LinkButton to={to} variant="outlined" full icon="camera">
      사진 넣기
    </LinkButton>
  )
}

function OfPhoto({ photoId, to }: { photoId: string; to: string }) {
  return <PhotoLink view={usePhoto(photoId)} to={to} address={photoAddress(photoId)} />
}
