import { fork } from 'node:child_process'
import { once } from 'node:events'
import type { Taken } from './push-sink'

export interface PushSink {
  host: string
  /** What has come in so far. */
  count(): Promise<Taken>
  /** The same with all times; afterwards nothing has come in. */
  take(): Promise<Taken>
  /** Answers so late from now on. */
  slowBy(ms: number): Promise<Taken>
  stop(): void
}

export async function startPushSink(): Promise<PushSink> {
  const child = fork('tests/bench/reminders/push-sink.ts', { execArgv: ['--import', 'tsx'] })
  const [{ host }] = (await once(child, 'message')) as [{ host: string }]
  const ask = async (order: 'count' | 'take' | { slowByMs: number }) => {
    child.send(order)
    const [taken] = (await once(child, 'message')) as [Taken]
    return taken
  }
  return {
    host,
    count: () => ask('count'),
    take: () => ask('take'),
    slowBy: (slowByMs) => ask({ slowByMs }),
    stop: () => child.disconnect(),
  }
}
