import tesseract from 'tesseract.js/dist/tesseract.esm.min.js'
import { hasSimd } from './has-simd'
import { preparePicture } from './prepare-picture.client'
import { coreFor, readingFolder } from './reading-files'
import { tidyText } from './tidy-text'

export type ReadPicture = { text: string } | 'unreadable' | 'no_text'

/** Below this the reader has guessed, as it does at leaves and faces. */
const leastConfidence = 45
const limitMs = 120_000

/** Dark on light is decided by what lies around a letter (Sauvola): bubbles and the ground they lie on differ. */
const settings = { tessedit_pageseg_mode: tesseract.PSM.SINGLE_BLOCK, thresholding_method: '2' }

/**
 * Reads the words of a picture, on this phone.
 * @param onShare how much of it is read, 0 to 1.
 * @throws when the reader cannot start or takes too long, or `signal` says so.
 */
export async function readText(
  file: Blob,
  onShare: (share: number) => void,
  signal: AbortSignal,
): Promise<ReadPicture> {
  const picture = await preparePicture(file)
  if (!picture) return 'unreadable'
  const ending = endOf(signal)
  const starting = startReader(onShare, ending.fail)
  try {
    const worker = await Promise.race([starting, ending.reached])
    await worker.setParameters(settings)
    const { data } = await Promise.race([worker.recognize(picture as never), ending.reached])
    const text = tidyText(data.text)
    return text === '' || data.confidence < leastConfidence ? 'no_text' : { text }
  } finally {
    ending.clear()
    // Also one that comes up only now: it holds more memory than everything else together.
    starting.then(
      (worker) => worker.terminate(),
      () => undefined,
    )
  }
}

function startReader(onShare: (share: number) => void, fail: (reason: unknown) => void) {
  return tesseract.createWorker(['kor', 'eng'], tesseract.OEM.LSTM_ONLY, {
    workerPath: `${readingFolder}worker.min.js`,
    corePath: `${readingFolder}${coreFor(hasSimd())}.js`,
    langPath: readingFolder.replace(/\/$/, ''),
    // The page's policy has no room for `blob:`, and the service worker keeps what is fetched.
    workerBlobURL: false,
    cacheMethod: 'none',
    // Without it a reader that does not find its words would be waited for for ever.
    errorHandler: fail,
    logger: ({ status, progress }) => {
      if (status === 'recognizing text') onShare(progress)
    },
  })
}

/** The end before the work is done: told to, too late, or something broke. */
function endOf(signal: AbortSignal) {
  let fail: (reason: unknown) => void = () => undefined
  const reached = new Promise<never>((_, reject) => (fail = reject))
  reached.catch(() => undefined)
  const stop = () => fail(new Error('stopped'))
  signal.addEventListener('abort', stop)
  const timer = setTimeout(() => fail(new Error('too slow')), limitMs)
  return {
    reached,
    fail,
    clear() {
      signal.removeEventListener('abort', stop)
      clearTimeout(timer)
    },
  }
}
