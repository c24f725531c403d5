import type { NewFacts } from '../facts/fact-schema'
import type { Facts, Photo } from '../schedule/facts'
import { withoutRetracted } from '../schedule/retraction'

type Known = Pick<Facts, 'photos' | 'retractions'>

const standing = (facts: Known, courseId: string): Photo[] =>
  withoutRetracted(facts, facts.photos).filter((photo) => photo.courseId === courseId)

/**
 * The picture of a course: of those not taken back the one that arrived last, or waits on this phone. No
 * phone's clock decides.
 */
export function photoOf(facts: Known, courseId: string): Photo | null {
  const arrival = ({ receivedAt }: Photo) => receivedAt ?? Infinity
  const [newest = null] = standing(facts, courseId).sort(
    (a, b) => arrival(b) - arrival(a) || (b.id < a.id ? -1 : 1),
  )
  return newest
}

/** Takes back every picture of a course, or an older one would show again. */
export const removePhotos = (
  facts: Known,
  courseId: string,
  newId: () => string,
): Pick<NewFacts, 'retractions'> => ({
  retractions: standing(facts, courseId).map(({ id }) => ({ id: newId(), factId: id })),
})

/** Gives a course a new picture in place of those it has. */
export const replacePhotos = (
  facts: Known,
  courseId: string,
  photoId: string,
  newId: () => string,
): Pick<NewFacts, 'retractions' | 'photos'> => ({
  photos: [{ id: photoId, courseId }],
  ...removePhotos(facts, courseId, newId),
})

/** The page of a course's picture. */
export const photoPage = (courseId: string) => `/medication/courses/${courseId}/photo`
