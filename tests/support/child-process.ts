import type { ChildProcess } from 'node:child_process'

/** Resolves when the process has ended, at once when it already has. */
export function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((done) => child.once('exit', () => done()))
}

/** Ends a process this one started and waits; killed for good when it does not listen in 5 s. */
export async function endChild(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  child.kill('SIGCONT')
  child.kill(signal)
  const patience = setTimeout(() => child.kill('SIGKILL'), 5_000)
  await ended(child)
  clearTimeout(patience)
}

/** Tries every 20 ms until `attempt` answers true. @throws after `withinMs`. */
export async function waitUntil(
  attempt: () => Promise<boolean> | boolean,
  what: string,
  withinMs = 10_000,
): Promise<void> {
  const end = Date.now() + withinMs
  while (!(await attempt())) {
    if (Date.now() > end) throw new Error(`waited ${withinMs} ms in vain for: ${what}`)
    await new Promise((done) => setTimeout(done, 20))
  }
}
