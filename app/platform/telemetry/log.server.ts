import { scrub } from './scrub'
import type { SystemEventName, SystemEvents } from './events'

/** Writes system events as one JSON object a line. Nobody's name, number or words are ever in one. */
export interface Log {
  record<Name extends SystemEventName>(name: Name, fields: SystemEvents[Name]): void
  error(error: unknown): void
}

type Level = 'silent' | 'error' | 'info' | 'debug'

const levelOf: Record<SystemEventName, Level> = {
  error: 'error',
  api_request: 'info',
  db_query: 'debug',
  cache_hit: 'debug',
}
const weight: Record<Level, number> = { silent: 0, error: 1, info: 2, debug: 3 }

export function createLog(
  level: Level,
  write: (line: string) => void = (line) => void process.stdout.write(`${line}\n`),
): Log {
  const record: Log['record'] = (name, fields) => {
    if (weight[levelOf[name]] > weight[level]) return
    write(JSON.stringify({ time: new Date().toISOString(), event: name, ...fields }))
  }
  return {
    record,
    error(error) {
      const known = error instanceof Error ? error : new Error(String(error))
      record('error', {
        error_type: known.name,
        message: scrub(known.message),
        stack_trace: scrub(known.stack?.split('\n').slice(1, 8).join('\n') ?? ''),
      })
    },
  }
}
