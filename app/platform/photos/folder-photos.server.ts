import { randomBytes } from 'node:crypto'
import { access, mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { PhotoStoreError, type PhotoStore } from './photo-store.server'

/**
 * Photos in a folder of this machine, readable by the process's own user alone. Several processes need a
 * folder they share.
 */
export function createFolderPhotos(folder: string): PhotoStore {
  // Two levels, so that no folder grows to many thousand files.
  const shelfOf = (fileId: string) => join(folder, checked(fileId).slice(0, 2))
  const pathOf = (fileId: string) => join(shelfOf(fileId), fileId)

  return {
    async put(fileId, { bytes }) {
      const path = pathOf(fileId)
      const unfinished = `${path}.${randomBytes(6).toString('hex')}.unfinished`
      try {
        if (await exists(path)) return
        await mkdir(shelfOf(fileId), { recursive: true, mode: 0o700 })
        await writeWhole(unfinished, bytes)
        await rename(unfinished, path)
      } catch (error) {
        throw failure(error)
      } finally {
        await rm(unfinished, { force: true }).catch(() => undefined)
      }
    },
    async get(fileId) {
      try {
        return new Uint8Array(await readFile(pathOf(fileId)))
      } catch (error) {
        if (isCode(error, 'ENOENT')) return null
        throw failure(error)
      }
    },
    async remove(fileIds) {
      try {
        for (const fileId of fileIds) await rm(pathOf(fileId), { force: true })
      } catch (error) {
        throw failure(error)
      }
    },
  }
}

/** On the disk before it is said to be: a power cut right after must not leave half a picture. */
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  )

const isCode = (error: unknown, code: string) => (error as NodeJS.ErrnoException).code === code

const failure = (error: unknown) =>
  new PhotoStoreError(`the folder of photos: ${(error as NodeJS.ErrnoException).code ?? 'failed'}`)

/** A name is a UUID of the database's: nothing else becomes a path. */
function checked(fileId: string): string {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(fileId))
    throw new PhotoStoreError('not a name of a photo')
  return fileId
}
