import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { readPicture } from '~/platform/photos/read-picture'
import { findPhotoFile } from '../photos/find-photo-file.server'
import { keepPhoto } from '../photos/keep-photo.server'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const noStore = { 'Cache-Control': 'private, no-store' }

/** `GET /medication/photos/:photoId`: the picture, for those who may see the medicine; else 404. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const photoId = readId(params)
  const found =
    photoId && context.session.viewer
      ? await context.asViewer((tx) => findPhotoFile(tx, photoId))
      : null
  const bytes = found && (await context.photos.get(found.fileId))
  const picture = bytes && readPicture(bytes)
  if (!picture) return answer(404, { error: 'not_found' })
  return new Response(picture.bytes, {
    headers: {
      ...noStore,
      'Content-Type': picture.mediaType,
      'Content-Length': String(picture.bytes.length),
      'Content-Disposition': 'inline; filename="photo"',
    },
  })
}

/**
 * `POST /medication/photos/:photoId`: the picture of a photo that is written down already. Answers JSON with
 * `v`, so that a phone can tell it from whoever else answers in a network that is not quite there.
 */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const viewer = context.session.viewer
  if (!viewer) return answer(401, { error: 'no_session' })
  const photoId = readId(params)
  if (!photoId) return answer(404, { error: 'unknown_photo' })
  if (!/^image\/(jpeg|webp)$/.test(request.headers.get('content-type') ?? ''))
    return answer(415, { error: 'not_a_picture' })
  if (!(await context.limits.take('photoPerPerson', viewer.personId))) {
    const seconds = await context.limits.secondsLeft('photoPerPerson', viewer.personId)
    return answer(429, { error: 'too_many' }, { 'Retry-After': String(seconds) })
  }
  try {
    const result = await keepPhoto(context, photoId, new Uint8Array(await request.arrayBuffer()))
    if (result.kept) return answer(200, { kept: photoId })
    return answer(statuses[result.reason], { error: result.reason })
  } catch (error) {
    context.log.error(error)
    return answer(503, { error: 'try_later' })
  }
}

const statuses = {
  unknown_photo: 404,
  no_consent: 403,
  not_a_picture: 415,
  too_large: 413,
  no_room: 409,
} as const

const readId = ({ photoId = '' }: { photoId?: string }) => (uuid.test(photoId) ? photoId : null)

function answer(status: number, body: object, headers: Record<string, string> = {}) {
  return Response.json({ v: 1, ...body }, { status, headers: { ...noStore, ...headers } })
}
