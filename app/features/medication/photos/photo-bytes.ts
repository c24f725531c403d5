/** Pictures as bytes, and as the text in which the phone keeps and shows them. */
export const bytesOf = (base64: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))

const atOnce = 0x8000

export function base64Of(bytes: Uint8Array): string {
  let letters = ''
  // As many as a call takes for arguments.
  for (let at = 0; at < bytes.length; at += atOnce)
    letters += String.fromCharCode(...bytes.subarray(at, at + atOnce))
  return btoa(letters)
}
