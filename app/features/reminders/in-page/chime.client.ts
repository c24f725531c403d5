/** Two soft tones, the second a third lower, as of a clock in the next room. */
const tones = [
  { hertz: 659, from: 0 },
  { hertz: 523, from: 0.45 },
] as const
const loudest = 0.25
const lastsSeconds = 1.4
const pattern = [300, 150, 300]

let audio: AudioContext | null = null

/** Browsers let a page sound only after somebody has touched it. Returns how to stop waiting for that. */
export function prepareChime(): () => void {
  const prepare = () => {
    try {
      audio ??= new AudioContext()
      void audio.resume()
    } catch {
      // Then it stays silent.
    }
  }
  // Touched before this part of the page was there.
  if (navigator.userActivation?.hasBeenActive) prepare()
  addEventListener('pointerdown', prepare)
  addEventListener('keydown', prepare)
  return () => {
    removeEventListener('pointerdown', prepare)
    removeEventListener('keydown', prepare)
  }
}

/** Sounds once and lets the phone tremble, as far as this browser and this person let it. */
export function chime(): void {
  const mayTremble = navigator.userActivation?.hasBeenActive ?? true
  if (mayTremble && !matchMedia('(prefers-reduced-motion: reduce)').matches)
    navigator.vibrate?.(pattern)
  if (!audio) return
  // An iPhone stops it when its screen was dark meanwhile.
  void audio.resume().catch(() => undefined)
  const begins = audio.currentTime
  for (const { hertz, from } of tones) playTone(audio, hertz, begins + from)
}

function playTone(context: AudioContext, hertz: number, begins: number) {
  const tone = new OscillatorNode(context, { frequency: hertz })
  const volume = new GainNode(context, { gain: 0 })
  volume.gain.setValueAtTime(0, begins)
  volume.gain.linearRampToValueAtTime(loudest, begins + 0.03)
  volume.gain.exponentialRampToValueAtTime(0.001, begins + lastsSeconds)
  tone.connect(volume).connect(context.destination)
  tone.start(begins)
  tone.stop(begins + lastsSeconds)
}
