import { spawn, type ChildProcess } from 'node:child_process'
import type { WorkerTask } from './reminder-worker'

export interface ReminderWorker {
  process: ChildProcess
  /** What it wrote besides `ready`. */
  written(): string
}

/** Starts `reminder-worker.ts`; resolves when its loop runs. */
export function spawnReminderWorker(task: WorkerTask): Promise<ReminderWorker> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'tests/support/reminder-worker.ts'], {
    env: { ...process.env, REMINDER_TASK: JSON.stringify(task) },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let written = ''
  return new Promise((done, fail) => {
    child.stdout?.on('data', (data: Buffer) => {
      written += data.toString()
      if (written.startsWith('ready\n'))
        done({ process: child, written: () => written.slice('ready\n'.length) })
    })
    child.stderr?.on('data', (data: Buffer) => (written += data.toString()))
    child.once('exit', (code) => fail(new Error(`the worker ended (${code}): ${written}`)))
  })
}
