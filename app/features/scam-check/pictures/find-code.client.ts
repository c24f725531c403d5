import { decodeQR } from 'qr/decode.js'

interface Detector {
  detect(source: ImageData): Promise<{ rawValue: string }[]>
}
interface DetectorKind {
  new (options: { formats: string[] }): Detector
  getSupportedFormats(): Promise<string[]>
}

/** A picture may take a while; the camera's next one comes at once. */
export type Patience = 'picture' | 'camera'

/** What a QR code in these pixels says, by the browser's own eyes where it has some; null without a code. */
export async function findCode(pixels: ImageData, patience: Patience): Promise<string | null> {
  return (await findByBrowser(pixels)) ?? findByOurselves(pixels, patience)
}

/** Opened once for each kind; null where that has no eyes for QR codes. */
const opened = new WeakMap<DetectorKind, Promise<Detector | null>>()

async function findByBrowser(pixels: ImageData): Promise<string | null> {
  const { BarcodeDetector: Kind } = globalThis as { BarcodeDetector?: DetectorKind }
  if (!Kind) return null
  try {
    const detector = opened.get(Kind) ?? openDetector(Kind)
    opened.set(Kind, detector)
    const codes = await (await detector)?.detect(pixels)
    return codes?.find(({ rawValue }) => rawValue !== '')?.rawValue ?? null
  } catch {
    // The phone's own eyes are a part that can be missing although the browser knows them.
    opened.set(Kind, Promise.resolve(null))
    return null
  }
}

async function openDetector(Kind: DetectorKind): Promise<Detector | null> {
  if (!(await Kind.getSupportedFormats()).includes('qr_code')) return null
  return new Kind({ formats: ['qr_code'] })
}

function findByOurselves(pixels: ImageData, patience: Patience): string | null {
  const effort = patience === 'picture' ? { effort: Infinity, timeLimit: 3_000 } : {}
  try {
    return decodeQR(pixels, effort) || null
  } catch {
    return null
  }
}
