/** Where the bytes of photos lie, under names that say nothing: the `file_id` of a row. */
export interface PhotoStore {
  /**
   * Keeps a picture, whole or not at all. The first of a name stands: a second one changes nothing.
   * @throws {PhotoStoreError} when it could not be kept.
   */
  put(fileId: string, picture: { bytes: Uint8Array; mediaType: string }): Promise<void>
  /**
   * Null when there is none of that name.
   * @throws {PhotoStoreError} when that could not be found out.
   */
  get(fileId: string): Promise<Uint8Array<ArrayBuffer> | null>
  /**
   * Those that are gone already are no failure.
   * @throws {PhotoStoreError} when one may still be there.
   */
  remove(fileIds: readonly string[]): Promise<void>
}

/** The store did not do what it was asked. Its text names no file. */
export class PhotoStoreError extends Error {
  override name = 'PhotoStoreError'
}
