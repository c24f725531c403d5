import type { AppLoadContext } from '@remix-run/node'
import { v7 as newId } from 'uuid'
import { applyNow } from '~/commands/apply-now.server'
import type { NewFacts } from '~/features/medication/facts/fact-schema'
import { action, loader } from '~/features/medication/routes/photo-file'
import { jpeg } from '~/platform/photos/test-pictures'
import type { Browser, World } from './accounts-world'

/** What people do with photos, each in a browser of their own. */
export function openPhotoScene(world: World) {
  const consent = async (given: boolean, from: Browser) =>
    applyNow(await from.context(), {
      id: newId(),
      type: 'answer_health_consent',
      payload: { given, textVersion: '2026-11' },
    })
  const record = async (payload: NewFacts, from: Browser) =>
    applyNow(await from.context(), { id: newId(), type: 'record_facts', payload })
  const asked = async (photoId: string, from: Browser, request: Request) => ({
    context: { ...((await from.context()) as AppLoadContext) },
    params: { photoId },
    request,
  })
  const address = 'http://localhost/medication/photos/one'

  return {
    consent,
    record,
    retract: (photoId: string, from: Browser) =>
      record({ retractions: [{ id: newId(), factId: photoId }] }, from),
    /** A medicine with a photo whose picture has not come yet. */
    async takePhoto(from: Browser, photoId = newId()): Promise<string> {
      await consent(true, from)
      const courseId = newId()
      const course = { id: courseId, kind: 'pouch' as const, label: '아침 약', trackedFrom: 0 }
      const facts = {
        courses: [{ ...course, endsWithPack: false }],
        photos: [{ id: photoId, courseId }],
      }
      const written = await record(facts, from)
      if (written.status !== 'accepted') throw new Error('the photo was not written down')
      return photoId
    },
    async send(
      photoId: string,
      from: Browser,
      {
        bytes = jpeg as Uint8Array<ArrayBuffer>,
        type = 'image/jpeg',
        photos = world.parts.photos,
      } = {},
    ): Promise<Response> {
      const headers = { 'Content-Type': type }
      const request = new Request(address, { method: 'POST', headers, body: bytes })
      const given = await asked(photoId, from, request)
      return action({ ...given, context: { ...given.context, photos } })
    },
    look: async (photoId: string, from: Browser): Promise<Response> =>
      loader(await asked(photoId, from, new Request(address))),
    /** What the file of somebody's photo is called. */
    async fileOf(photoId: string): Promise<string> {
      const [row] = await world.owner.query<{ file_id: string }>(
        'select file_id from gyeote.photos where id = $1',
        [photoId],
      )
      return row?.file_id ?? ''
    },
    bytesOf: (fileId: string) => world.parts.photos.get(fileId),
  }
}

export const statusOf = async (answer: Promise<Response>) => (await answer).status
