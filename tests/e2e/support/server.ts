import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { endChild, waitUntil } from '../../support/child-process'
import { findFreePort } from '../../support/free-port'

export interface RunningServer {
  url: string
  dataDir: string
  process: ChildProcess
  /** Everything the process wrote so far. */
  output(): string
  /** Sets its clock so many ms off the true time; only with `movableClock`. */
  moveClock(byMs: number): Promise<void>
  /** Ends the process as a deploy would; removes the data unless they were handed over. */
  stop(): Promise<void>
}

interface ServerOptions {
  /** Further settings; see .env.example. */
  env?: Record<string, string>
  /** Keeps its data for the next start. */
  dataDir?: string
  port?: number
  movableClock?: boolean
}

/**
 * Names the variable that holds a folder as a first start leaves it: a migrated database with cards and demo families. A
 * copy of it saves all but the first of the files that many seconds; what a first start does is asked in process.test.ts.
 */
export const startedFolder = 'E2E_STARTED_FOLDER'

/** 1.3 s less of processor time for each start, and none lost within a thousand pages. */
const plainWasm = ['--import', './tests/support/plain-wasm.mjs']
const movable = ['--import', './tests/support/movable-clock.mjs']

/** Builds when something has changed, then starts: so the first start of a fresh clone takes its time. */
const patienceMs = 240_000

/** The built app as a process of its own, on embedded parts and with the demo families. */
export async function startServer(options: ServerOptions = {}): Promise<RunningServer> {
  const port = options.port ?? (await findFreePort())
  const dataDir = options.dataDir ?? makeFolder(options.env)
  const url = `http://localhost:${port}`
  const clock = options.movableClock ? movable : []
  const child = spawn(process.execPath, [...plainWasm, ...clock, 'tools/start.mjs'], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      GYEOTE_MODE: 'trial',
      LOG_LEVEL: 'error',
      PORT: String(port),
      DATA_DIR: dataDir,
      ...options.env,
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => (output += text))
  }
  let isStopping = false
  child.once('exit', (code, signal) => {
    if (isStopping) return
    process.stderr.write(`\nThe server ended by itself (${signal ?? code}):\n${output}\n`)
  })
  const isReady = async () => {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`the server ended before it was ready:\n${output}`)
    const answer = await fetch(`${url}/readyz`).catch(() => null)
    return answer?.ok ?? false
  }
  await waitUntil(isReady, `the server at ${url}`, patienceMs)
  return {
    url,
    dataDir,
    process: child,
    output: () => output,
    moveClock: async (moveClockMs) => {
      const moved = once(child, 'message')
      child.send({ moveClockMs })
      await moved
    },
    stop: async () => {
      isStopping = true
      await endChild(child, 'SIGTERM')
      if (!options.dataDir) rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

function makeFolder(env: ServerOptions['env'] = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'gyeote-e2e-'))
  const started = process.env[startedFolder]
  const isOrdinary = !('DATABASE_URL' in env || 'GYEOTE_MODE' in env)
  if (started && isOrdinary) cpSync(started, folder, { recursive: true })
  return folder
}
