import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createFolderPhotos } from './folder-photos.server'
import { PhotoStoreError } from './photo-store.server'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gyeote-photos-'))
})
afterEach(() => rm(folder, { recursive: true }))

const picture = (...bytes: number[]) => ({
  bytes: Uint8Array.from(bytes),
  mediaType: 'image/jpeg',
})

test('keeps a picture for the process’s own user alone, and gives it back', async () => {
  const photos = createFolderPhotos(join(folder, 'photos'))
  const id = randomUUID()
  expect(await photos.get(id)).toBeNull()
  await photos.put(id, picture(1, 2, 3))
  expect(await photos.get(id)).toEqual(Uint8Array.of(1, 2, 3))
  const shelf = join(folder, 'photos', id.slice(0, 2))
  expect(await readdir(shelf)).toEqual([id])
  expect((await stat(join(shelf, id))).mode & 0o777).toBe(0o600)
  expect((await stat(shelf)).mode & 0o777).toBe(0o700)
})

test('the first of a name stands, and what is removed may be removed again', async () => {
  const photos = createFolderPhotos(folder)
  const [one, other] = [randomUUID(), randomUUID()]
  await photos.put(one, picture(1))
  await photos.put(one, picture(2))
  await photos.put(other, picture(3))
  expect(await photos.get(one)).toEqual(Uint8Array.of(1))
  await photos.remove([one, randomUUID()])
  await photos.remove([one])
  expect(await photos.get(one)).toBeNull()
  expect(await photos.get(other)).toEqual(Uint8Array.of(3))
})

test('leaves nothing half written where it cannot write', async () => {
  const id = randomUUID()
  await writeFile(join(folder, id.slice(0, 2)), 'a file where a folder should be')
  const photos = createFolderPhotos(folder)
  await expect(photos.put(id, picture(1))).rejects.toThrow(PhotoStoreError)
  await expect(photos.get(id)).rejects.toThrow(PhotoStoreError)
  expect(await readdir(folder)).toEqual([id.slice(0, 2)])
})

test('nothing but a name of the database’s becomes a path', async () => {
  const photos = createFolderPhotos(folder)
  for (const name of [
    '../secret',
    '/etc/passwd',
    '',
    `${randomUUID()}/../x`,
    `${randomUUID()}\n`,
  ]) {
    await expect(photos.get(name)).rejects.toThrow(PhotoStoreError)
    await expect(photos.put(name, picture(1))).rejects.toThrow(PhotoStoreError)
    await expect(photos.remove([name])).rejects.toThrow(PhotoStoreError)
  }
})
