import type { SendUnsent } from '~/offline/outbox/send-unsent'
import type { Store } from '~/offline/store/store'
import type { NewFacts } from '../facts/fact-schema'
import { readFacts } from '../facts/kept-facts'
import { forgetPhoto, photoCopy, waitingPhoto } from './kept-photos'
import { postPhoto } from './post-photo'

/** So long a picture waits to be written down with its medicine; then whoever took it has left the form. */
const abandonedMs = 24 * 60 * 60_000

/**
 * Sends the pictures of photos that the server has written down, and from then on keeps them as copies. One
 * whose photo was taken back is forgotten, as is one that nobody wrote down within a day.
 */
export const sendWaitingPhotos: SendUnsent = async (phone, store, fetch) => {
  const waiting = await store.listUnsent(waitingPhoto)
  const written = await readWritten(store)
  const now = phone.now().getTime()
  let changed = false
  let left: Awaited<ReturnType<SendUnsent>> = { left: 'nothing' }
  for (const { id, value } of waiting) {
    const known = written.arrived.has(id)
    const isDue = known || (!written.waiting.has(id) && now - value.takenAt > abandonedMs)
    if (written.retracted.has(id)) {
      await forgetPhoto(store, id)
      changed = true
      continue
    }
    if (!isDue || value.refused) continue
    const posted = await postPhoto(fetch, id, value.jpeg)
    if (posted.kind === 'no_session') return { left: 'paused' }
    if (posted.kind === 'no_answer') {
      left = { left: 'later', afterMs: posted.afterMs }
      break
    }
    changed ||= ['kept', 'refused', 'no_room'].includes(posted.kind)
    if (posted.kind === 'kept') {
      await store.keep(photoCopy, value.jpeg, id)
      await store.forget(waitingPhoto, id)
    }
    if (posted.kind === 'refused') await store.keep(waitingPhoto, { ...value, refused: true }, id)
    if (posted.kind === 'no_room')
      await store.keep(waitingPhoto, { ...value, refused: true, noRoom: true }, id)
    if (posted.kind === 'unknown' && !known) await forgetPhoto(store, id)
  }
  if (changed) phone.channel.tell({ kind: 'unsent' })
  return left
}

/** Ids of photos: those the server has, those that wait in the outbox, those taken back. */
async function readWritten(store: Store) {
  const kept = await readFacts(store, { from: 0, to: 0 })
  const { photos = [], retractions = [] } = kept?.facts ?? {}
  const deeds = await store.outbox.list()
  const photosOf = (isMeant: (state: (typeof deeds)[number]['state']) => boolean) =>
    deeds
      .filter(({ state }) => isMeant(state))
      .flatMap(({ command }) =>
        command?.type === 'record_facts' ? ((command.payload as NewFacts).photos ?? []) : [],
      )
  const arrived = photos.filter(({ receivedAt }) => receivedAt !== null)
  const ids = (some: readonly { id: string }[]) => new Set(some.map(({ id }) => id))
  return {
    arrived: ids([...arrived, ...photosOf((state) => state === 'sent')]),
    waiting: ids(photosOf((state) => state !== 'sent')),
    retracted: new Set(retractions.map(({ factId }) => factId)),
  }
}
