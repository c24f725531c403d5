import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isBuilt } from '../../../tools/source-stamp.mjs'
import { buildBareApp } from '../bare-app/build-bare-app'
import { endChild, waitUntil } from '../../support/child-process'
import { findFreePort } from '../../support/free-port'

export interface BenchServer {
  url: string
  bareUrl: string
  stop(): Promise<void>
}

/** The built app and the bare one in one process; on embedded parts unless `env` says otherwise. */
export async function serve(env: Record<string, string> = {}): Promise<BenchServer> {
  buildWhatChanged()
  const { serverBuildFile, clientDir } = buildBareApp()
  const [port, barePort] = [await findFreePort(), await findFreePort()]
  const dataDir = mkdtempSync(join(tmpdir(), 'gyeote-bench-'))
  const child = spawn(
    process.execPath,
    [
      'tests/bench/server/serve-both.mjs',
      serverBuildFile,
      clientDir,
      String(port),
      String(barePort),
    ],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: {
        ...process.env,
        NODE_ENV: 'production',
        GYEOTE_MODE: 'trial',
        LOG_LEVEL: 'error',
        TRUST_PROXY: '1',
        DATA_DIR: dataDir,
        ...env,
      },
    },
  )
  let output = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text))
  const stop = async () => {
    await endChild(child, 'SIGKILL')
    rmSync(dataDir, { recursive: true, force: true })
  }
  const isReady = () => {
    if (child.exitCode !== null) throw new Error(`the server ended: ${output}`)
    return output.includes('ready')
  }
  await waitUntil(isReady, 'the server to be measured', 60_000).catch(async (error: unknown) => {
    await stop()
    throw error
  })
  return { url: `http://127.0.0.1:${port}`, bareUrl: `http://127.0.0.1:${barePort}`, stop }
}

function buildWhatChanged() {
  if (isBuilt()) return
  const built = spawnSync(process.execPath, ['tools/build.mjs'], { stdio: 'inherit' })
  if (built.status !== 0) throw new Error('the app could not be built')
}
