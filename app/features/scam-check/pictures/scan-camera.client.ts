import { drawForCode } from './draw-code.client'
import { findCode } from './find-code.client'

const longestSide = 1_000
const pauseMs = 150

/**
 * Shows the camera in `video` and looks until a code is found. The camera is off again when this is over.
 * @returns what the code says; null when `signal` ended it.
 * @throws when there is no camera, or it may not be used.
 */
export async function scanCamera(
  video: HTMLVideoElement,
  signal: AbortSignal,
): Promise<string | null> {
  const stream = await navigator.mediaDevices.getUserMedia({
    audio: false,
    video: { facingMode: 'environment', width: { ideal: 1_280 } },
  })
  try {
    video.srcObject = stream
    await video.play()
    while (!signal.aborted) {
      const { videoWidth: width, videoHeight: height } = video
      const pixels = width > 0 ? drawForCode(video, { width, height }, longestSide) : null
      const text = pixels && (await findCode(pixels, 'camera'))
      if (text && !signal.aborted) return text
      await new Promise((next) => setTimeout(next, pauseMs))
    }
    return null
  } finally {
    for (const track of stream.getTracks()) track.stop()
    video.srcObject = null
  }
}
