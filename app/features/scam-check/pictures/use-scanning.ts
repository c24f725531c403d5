import { useEffect, useRef, useState } from 'react'
import { wordsForCode } from './code-words'

export const scanFailures = {
  no_camera: '카메라를 열지 못했어요. 사진을 찍어 두고 아래 단추로 골라 주세요.',
  unreadable: '이 사진은 열 수 없어요. QR을 새로 찍어서 골라 주세요.',
  no_code: 'QR을 찾지 못했어요. QR이 크고 반듯하게 나온 사진을 골라 주세요.',
} as const

export type Scanning =
  | { step: 'idle' | 'camera' | 'picture' }
  | { step: 'found'; words: string }
  | { step: 'failed'; why: keyof typeof scanFailures }

/** Looks for a QR code in a picture, or in what the camera sees until it is told to stop. */
export function useScanning(onText: (text: string) => void) {
  const [scanning, setScanning] = useState<Scanning>({ step: 'idle' })
  const video = useRef<HTMLVideoElement>(null)
  const running = useRef<AbortController | null>(null)
  useEffect(() => () => running.current?.abort(), [])

  function found(text: string) {
    setScanning({ step: 'found', words: wordsForCode(text) })
    onText(text)
  }
  function stop() {
    running.current?.abort()
    setScanning({ step: 'idle' })
  }

  return {
    scanning,
    video,
    stop,
    async openCamera() {
      stop()
      const turn = new AbortController()
      running.current = turn
      setScanning({ step: 'camera' })
      try {
        const { scanCamera } = await import('./scan-camera.client')
        if (!video.current) return
        const text = await scanCamera(video.current, turn.signal)
        if (text !== null && !turn.signal.aborted) found(text)
      } catch {
        if (!turn.signal.aborted) setScanning({ step: 'failed', why: 'no_camera' })
      }
    },
    async choose(picture: File) {
      stop()
      setScanning({ step: 'picture' })
      const { scanPicture } = await import('./scan-picture.client')
      const result = await scanPicture(picture).catch(() => 'unreadable' as const)
      if (typeof result === 'string') setScanning({ step: 'failed', why: result })
      else found(result.text)
    },
  }
}
