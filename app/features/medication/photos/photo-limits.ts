/** What a photo may be, on the phone that makes it and on the server that is given it. */
export const photoLimits = {
  /** Pixels of the longer side. */
  longestSide: 1280,
  /** What a phone aims at, and with what it is content. */
  aimedBytes: 300 * 1024,
  /** What the server takes. */
  mostBytes: 400 * 1024,
  /** Of one person at a time: a new one every month for 25 years. */
  mostPhotos: 300,
} as const

/** Where the picture of a photo is given and got. */
export const photoAddress = (photoId: string) => `/medication/photos/${photoId}`
