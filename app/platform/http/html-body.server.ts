import { Transform } from 'node:stream'

/**
 * What React writes, on its way out. React 18 writes blocks of 2 KB and says by `flush` when it has written
 * all it has: only then do they go on, as one, since each costs a way through several streams. Where a
 * Korean letter did not fit at the end of a block it leaves one or two NUL bytes behind, which browsers show
 * as a broken letter; HTML never holds a NUL.
 */
export function htmlBody(): Transform & { flush(): void } {
  let blocks: Buffer[] = []
  const takeAll = () => {
    const all = blocks.flatMap(withoutNul)
    blocks = []
    return Buffer.concat(all)
  }
  const body = new Transform({
    transform(block: Buffer, _encoding, done) {
      blocks.push(block)
      done()
    },
    flush: (done) => done(null, takeAll()),
  })
  return Object.assign(body, { flush: () => void body.push(takeAll()) })
}

function withoutNul(block: Buffer): Buffer[] {
  const parts: Buffer[] = []
  for (let from = 0; from < block.length;) {
    const nul = block.indexOf(0, from)
    const to = nul < 0 ? block.length : nul
    parts.push(block.subarray(from, to))
    from = to + 1
  }
  return parts
}
