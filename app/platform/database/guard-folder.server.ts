import { createHash } from 'node:crypto'
import { mkdirSync, realpathSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Another process has the embedded database open; a second one would corrupt it without an error. */
export class FolderInUseError extends Error {
  override name = 'FolderInUseError'
  constructor(folder: string) {
    super(
      `The database in ${folder} is open in another process. ` +
        'Stop that one, or set DATA_DIR to another folder. Several processes need DATABASE_URL.',
    )
  }
}

/**
 * Holds a folder for this process. On Linux the lock is an abstract Unix socket and on Windows a named
 * pipe: the kernel frees both at once when the process dies, however it dies. Elsewhere a socket file is
 * used, and one that nobody answers on is left over and taken.
 * @throws {FolderInUseError}
 */
export async function guardFolder(folder: string): Promise<{ release(): Promise<void> }> {
  mkdirSync(folder, { recursive: true })
  const name = createHash('sha256').update(realpathSync(folder)).digest('hex').slice(0, 24)
  const address =
    process.platform === 'linux'
      ? `\0gyeote-${name}`
      : process.platform === 'win32'
        ? `\\\\.\\pipe\\gyeote-${name}`
        : join(tmpdir(), `gyeote-${name}.sock`)
  const server = createServer((socket) => socket.destroy())
  try {
    await listen(server, address)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
    if (!(await takeOver(server, address))) throw new FolderInUseError(folder)
  }
  server.unref()
  return { release: () => new Promise((done) => server.close(() => done())) }
}

const listen = (server: Server, address: string) =>
  new Promise<void>((done, fail) => {
    server.once('error', fail)
    server.listen(address, () => {
      server.off('error', fail)
      done()
    })
  })

async function takeOver(server: Server, address: string): Promise<boolean> {
  if (process.platform === 'linux' || process.platform === 'win32') return false
  const { connect } = await import('node:net')
  const answered = await new Promise<boolean>((done) => {
    const socket = connect(address)
    socket.once('connect', () => {
      socket.destroy()
      done(true)
    })
    socket.once('error', () => done(false))
  })
  if (answered) return false
  const { rmSync } = await import('node:fs')
  rmSync(address, { force: true })
  await listen(server, address)
  return true
}
