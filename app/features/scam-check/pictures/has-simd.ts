/** The smallest module that puts sixteen bytes into one value. */
const probe = [
  0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15,
  253, 98, 11,
]

/** Whether this browser can count with several numbers at once, which reads pictures twice as fast. */
export function hasSimd(): boolean {
  try {
    return WebAssembly.validate(new Uint8Array(probe))
  } catch {
    return false
  }
}
