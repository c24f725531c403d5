import { createDatabase, startPostgres } from '../../support/postgres'
import { row, type Row } from '../row'
import { measureFinding } from './measure-finding'
import { measureLateness } from './measure-lateness'
import { measureMorning } from './measure-morning'
import { sizes } from './sizes'
import { startPushSink } from './start-push-sink'

/** Everybody's dose at eight, the search for who is due among many, and how late reminders come. */
export async function measureReminders(): Promise<Row[]> {
  const [postgres, sink] = await Promise.all([startPostgres(), startPushSink()])
  try {
    const morning = await measureMorning(await createDatabase(postgres.address), sink)
    const finding = await measureFinding(await createDatabase(postgres.address))
    const lateness = await measureLateness(await createDatabase(postgres.address), sink)
    return [
      row('reminders', 'people with a dose at 08:00', sizes.dueAtEight, ''),
      ...morning,
      ...finding,
      ...lateness,
    ]
  } finally {
    sink.stop()
    await postgres.stop()
  }
}
