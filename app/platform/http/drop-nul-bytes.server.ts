import { Transform } from 'node:stream'

/**
 * React 18 writes whole 2 KB blocks, and where a Korean letter did not fit at the end of one it leaves
 * one or two NUL bytes behind, which browsers show as a broken letter. HTML never holds a NUL.
 */
export function dropNulBytes(): Transform {
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      done(null, chunk.includes(0) ? Buffer.from(chunk.filter((byte) => byte !== 0)) : chunk)
    },
  })
}
