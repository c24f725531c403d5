import type { Picture } from './picture'
import { readJpeg } from './read-jpeg'
import { readWebp } from './read-webp'

/** What the bytes themselves say they are, whatever anybody calls them; null when it is no picture of ours. */
export const readPicture = (bytes: Uint8Array): Picture | null => readJpeg(bytes) ?? readWebp(bytes)
