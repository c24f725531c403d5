import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { endChild, ended, waitUntil } from './child-process'
import { findFreePort } from './free-port'
import { findRedisServer } from './installed-programs'

export interface TestRedis {
  readonly url: string
  /** Frozen: connections stand, nothing answers. */
  pause(): void
  resume(): void
  /** Dead at once, as by a power cut. */
  kill(): Promise<void>
  /** Empty again, at the same address. */
  restart(): Promise<void>
  stop(): Promise<void>
}

/** A Redis of one's own, without persistence, on a free loopback port. */
export async function startRedis(): Promise<TestRedis> {
  const program = findRedisServer()
  if (!program) throw new Error('redis-server was not found: see announceMissingServices')
  const port = await findFreePort()
  const dir = await mkdtemp(join(tmpdir(), 'svc-redis-'))
  const begin = async (): Promise<ChildProcess> => {
    const args = ['--port', String(port), '--bind', '127.0.0.1', '--dir', dir]
    const child = spawn(program, [...args, '--save', '', '--appendonly', 'no'], { stdio: 'ignore' })
    await waitUntil(() => answersPing(port), 'redis-server')
    return child
  }
  let child = await begin()
  return {
    url: `redis://127.0.0.1:${port}`,
    pause: () => void child.kill('SIGSTOP'),
    resume: () => void child.kill('SIGCONT'),
    kill: async () => {
      child.kill('SIGKILL')
      await ended(child)
    },
    restart: async () => {
      await endChild(child, 'SIGKILL')
      child = await begin()
    },
    stop: async () => {
      await endChild(child, 'SIGTERM')
      await rm(dir, { recursive: true, force: true })
    },
  }
}

function answersPing(port: number): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(port, '127.0.0.1', () => socket.write('PING\r\n'))
    const say = (answer: boolean) => {
      socket.destroy()
      done(answer)
    }
    socket.once('data', (data) => say(data.toString().startsWith('+PONG')))
    socket.once('error', () => say(false))
  })
}
