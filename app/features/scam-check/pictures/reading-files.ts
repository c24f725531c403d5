/**
 * What a phone needs to read words out of a picture, and where the packages have it. A test holds version and
 * bytes against what is installed: another file under the same address would never be fetched.
 */
export const readingVersion = 'tesseract-7.0.0-best-int'
/** Where the server has them, whatever their version. */
export const readingRoot = '/reading/'
export const readingFolder = `${readingRoot}${readingVersion}/`
export const readingCache = `reading-${readingVersion}`

export const readingFiles = {
  'worker.min.js': { from: 'tesseract.js/dist/worker.min.js', bytes: 111_307 },
  'tesseract-core-simd-lstm.js': {
    from: 'tesseract.js-core/tesseract-core-simd-lstm.js',
    bytes: 89_271,
  },
  'tesseract-core-simd-lstm.wasm': {
    from: 'tesseract.js-core/tesseract-core-simd-lstm.wasm',
    bytes: 2_857_601,
  },
  'tesseract-core-lstm.js': { from: 'tesseract.js-core/tesseract-core-lstm.js', bytes: 89_261 },
  'tesseract-core-lstm.wasm': {
    from: 'tesseract.js-core/tesseract-core-lstm.wasm',
    bytes: 2_855_361,
  },
  'kor.traineddata.gz': {
    from: '@tesseract.js-data/kor/4.0.0_best_int/kor.traineddata.gz',
    bytes: 1_572_336,
  },
  'eng.traineddata.gz': {
    from: '@tesseract.js-data/eng/4.0.0_best_int/eng.traineddata.gz',
    bytes: 2_952_873,
  },
} as const

export type ReadingFile = keyof typeof readingFiles

/** What goes over the network for one phone, as people are told. */
export const downloadMegabytes = 6

/** The part that thinks: old phones have no SIMD and need another one, which is slower. */
export const coreFor = (hasSimd: boolean) =>
  hasSimd ? 'tesseract-core-simd-lstm' : 'tesseract-core-lstm'

export function filesFor(hasSimd: boolean): ReadingFile[] {
  const core = coreFor(hasSimd)
  return ['worker.min.js', `${core}.js`, `${core}.wasm`, 'kor.traineddata.gz', 'eng.traineddata.gz']
}
